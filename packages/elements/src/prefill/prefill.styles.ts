import { css } from 'lit';

export const styles = css`
  :host {
    --_text: var(--ssbtek-text-color, inherit);
    --_quiet: var(--ssbtek-quiet-color, currentcolor);
    --_heading: var(--ssbtek-heading-color, inherit);
    --_link: var(--ssbtek-link-color, inherit);
    --_line: var(--ssbtek-line-color, currentcolor);
    --_faint-line: var(--ssbtek-faint-line-color, currentcolor);
    --_box: var(--ssbtek-box-color, transparent);
    --_error: var(--ssbtek-error-color, currentcolor);
    --_accent: var(--ssbtek-accent-color, #1b4f72);
    --_on-accent: var(--ssbtek-on-accent-color, #fff);
    --_field: var(--ssbtek-field-color, #fff);
    --_field-text: var(--ssbtek-field-text-color, #1a1a1a);
    --_thin: var(--ssbtek-line-width, 1px) solid;
    --_radius: var(--ssbtek-radius, 4px);
    --_gap: var(--ssbtek-gap, 1rem);
    display: block;
    padding: var(--ssbtek-padding, 0);
    background: var(--ssbtek-background-color, transparent);
    color: var(--_text);
    font-size: var(--ssbtek-font-size, inherit);
    line-height: 1.5;
    hyphens: auto;
    hyphenate-limit-chars: 10 4 4;
    overflow-wrap: anywhere;
  }

  /* Chromium before 111 cannot mix: lines and words then have the colour of the text. */
  @supports (color: color-mix(in srgb, red, blue)) {
    :host {
      --_quiet: var(--ssbtek-quiet-color, color-mix(in srgb, currentcolor 82%, transparent));
      --_line: var(--ssbtek-line-color, color-mix(in srgb, currentcolor 60%, transparent));
      --_faint-line: var(--ssbtek-faint-line-color, color-mix(in srgb, currentcolor 25%, transparent));
      --_box: var(--ssbtek-box-color, color-mix(in srgb, currentcolor 5%, transparent));
      --_error: var(--ssbtek-error-color, color-mix(in oklab, #e00 50%, currentcolor));
    }
  }

  :host([hidden]) {
    display: none;
  }

  /* As wide as there is room for. Sized by its content it wants 45rem, and goes down to the lesser of 12rem and 60vw. */
  .frame {
    display: grid;
    grid-template-columns: minmax(min(12rem, 60vw), 45rem) minmax(0, 1fr);
  }

  .frame > div {
    grid-column: 1 / -1;
    container-type: inline-size;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  p,
  ul,
  dl {
    margin-block: 0 0.75em;
  }

  /* A Swedish sentence keeps its full stop at its end on a page that reads from right to left. */
  p,
  li,
  dt,
  dd,
  label,
  legend,
  button,
  .heading,
  .subheading,
  .row-label,
  .note {
    unicode-bidi: plaintext;
  }

  :is(p, li, dt, dd, label, legend, .heading, .subheading, .row-label, .note) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-wrap: pretty;
  }

  .heading,
  .subheading,
  legend {
    color: var(--_heading);
    font-weight: 600;
    line-height: 1.3;
  }

  .heading {
    margin-block: 0 0.6em;
    font-size: 1.4em;
  }

  .subheading,
  legend {
    margin-block: 0 0.6rem;
    font-size: 1.2em;
  }

  legend {
    max-inline-size: 100%;
    padding: 0;
  }

  .strong {
    font-weight: 600;
  }

  .quiet,
  .note,
  dt {
    color: var(--_quiet);
  }

  .measure {
    max-inline-size: 65ch;
  }

  /* Buttons and links */

  button {
    max-inline-size: 100%;
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    line-height: inherit;
    cursor: pointer;
  }

  button,
  a {
    min-block-size: 44px;
  }

  .main,
  .secondary {
    padding: 0.6em min(1.25em, 4cqi);
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    font-weight: 600;
  }

  .main {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .secondary {
    background: transparent;
    border-color: var(--_line);
    color: inherit;
  }

  .link,
  a {
    padding: 0.6em 0;
    border: 0;
    background: none;
    color: var(--_link);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  a {
    display: inline-block;
    font-weight: 600;
  }

  :is(button, a):hover {
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }

  button:is(:disabled, [aria-disabled='true']) {
    background: transparent;
    color: var(--_quiet);
    border-style: dashed;
    border-color: var(--_line);
    text-decoration: none;
    cursor: default;
  }

  :focus-visible {
    /* Blue on white, so that it is seen on light and dark pages and around a dark button. */
    outline: 3px solid var(--ssbtek-focus-color, #0b57d0);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--ssbtek-background-color, #fff);
  }

  /* Fields */

  label {
    display: block;
    margin-block-end: 0.25rem;
    font-size: 0.95em;
    /* As high as a line of the row's own label. */
    line-height: 1.58;
  }

  input:not([type='radio']),
  select {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0.5rem 0.6rem;
    border: var(--_thin) var(--_line);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_field-text);
    color-scheme: var(--ssbtek-field-scheme, light);
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    line-height: inherit;
    text-overflow: ellipsis;
  }

  /* Digits, minus and dates read from left to right everywhere. */
  input.sum,
  input[type='date'] {
    direction: ltr;
    font-variant-numeric: tabular-nums;
  }

  :dir(rtl) > :is(input.sum, input[type='date']) {
    text-align: end;
  }

  :is(input, select)[aria-invalid='true'] {
    border: 3px solid var(--_error);
  }

  :is(input, select):disabled {
    background: transparent;
    border-style: dashed;
    color: inherit;
    opacity: 1;
  }

  .error {
    margin-block: 0.35rem 0;
    color: var(--_error);
    font-size: 0.95em;
    font-weight: 600;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-block-size: 44px;
  }

  .choice input {
    inline-size: 24px;
    block-size: 24px;
    flex: none;
    margin: 0;
    accent-color: var(--_accent);
    color-scheme: var(--ssbtek-field-scheme, light);
  }

  .choice label {
    flex: 1;
    margin: 0;
    padding-block: 0.5em;
    font-size: 1em;
  }

  /* What will be fetched, and how it went */

  .ask {
    padding: min(var(--_gap), 5cqi);
    background: var(--_box);
    border: var(--_thin) var(--_faint-line);
    border-radius: var(--_radius);
  }

  .ask .secondary {
    margin-block-start: 0.75rem;
  }

  ul {
    padding-inline-start: 1.25em;
  }

  .gone > li,
  .group > ul:not(.rows) > li {
    margin-block-end: 0.35em;
  }

  /* There from the beginning, or its first message would not be announced. */
  .status:not(:empty) {
    margin-block: var(--_gap);
  }

  .ask > :last-child:last-child {
    margin-block-end: 0;
  }

  .status :is(p, ul) {
    margin-block: 0.25em;
  }

  .problem,
  .outcome {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_line);
  }

  .problem {
    border-color: var(--_error);
  }

  .sources {
    margin-block: var(--_gap) 0;
  }

  /* No marker; with "none" Safari would not call it a list. */
  .sources,
  .faults ul,
  .rows {
    padding: 0;
    list-style-type: '';
  }

  .sources > li {
    padding-block: 0.5rem;
    border-block-start: var(--_thin) var(--_faint-line);
  }

  .sources p {
    margin: 0;
  }

  .sources .unchecked p:not(.quiet) {
    font-weight: 600;
  }

  .sources .waiting p {
    font-weight: 400;
    color: var(--_quiet);
  }

  .faults {
    margin-block-start: calc(var(--_gap) * 2);
    padding: min(var(--_gap), 5cqi);
    border: 3px solid var(--_error);
    border-radius: var(--_radius);
  }

  .faults p {
    margin: 0;
    font-size: 1.1em;
  }

  .faults ul {
    margin: 0;
  }

  /* Rows: cards where it is narrow, lines of a form where it is not */

  .group {
    min-inline-size: 0;
    margin: calc(var(--_gap) * 2.5) 0 0;
    padding: 0;
    border: 0;
  }

  .rows {
    display: grid;
    gap: 0.75rem;
    margin: 0;
  }

  .row {
    display: grid;
    grid-template: 'label' 'told' 'correction' 'comment' 'outcome' / minmax(0, 1fr);
    padding: 0.75rem;
    border: var(--_thin) var(--_faint-line);
    border-radius: var(--_radius);
  }

  .row-label {
    grid-area: label;
    margin-block-end: 0.25rem;
    font-weight: 600;
  }

  .told {
    grid-area: told;
  }

  .correction {
    grid-area: correction;
    margin-block-start: 0.5rem;
  }

  .correction input {
    max-inline-size: 12em;
  }

  .correction > .quiet {
    margin: 0;
  }

  .comment {
    grid-area: comment;
    margin-block-start: 0.5rem;
  }

  .comment > label:not(:first-child) {
    margin-block-start: 0.5rem;
  }

  .outcome {
    grid-area: outcome;
    align-self: start;
    margin-block-start: 0.75rem;
  }

  .outcome p {
    margin-block: 0.25em;
  }

  .retrieved {
    padding: 0.6rem 0.75rem;
    background: var(--_box);
    border: var(--_thin) var(--_faint-line);
    border-radius: var(--_radius);
  }

  .retrieved.without-amount {
    padding: 0;
    background: none;
    border: 0;
  }

  .amount {
    display: block;
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }

  .note {
    display: block;
    font-size: 0.95em;
  }

  /* What an amount is made of */

  .payments[hidden] {
    display: none;
  }

  .payment {
    padding-block: 0.75rem;
    border-block-start: var(--_thin) var(--_faint-line);
  }

  .payment p {
    margin-block: 0 0.5em;
  }

  .payment button + p {
    margin-block-start: 0.75rem;
  }

  dl > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 1rem;
    padding-block: 0.2em;
  }

  dl > :last-child {
    border-block-start: var(--_thin) var(--_line);
    font-weight: 600;
  }

  dl > :last-child dt {
    color: inherit;
  }

  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }

  .group + .secondary {
    margin-block-start: var(--_gap);
  }

  .own-income {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem 1rem;
    min-inline-size: 0;
    margin: 0 0 var(--_gap);
    padding: 0.75rem;
    border: var(--_thin) var(--_faint-line);
    border-radius: var(--_radius);
  }

  .own-income legend {
    margin: 0;
    padding-inline: 0.35em;
    font-size: 1em;
  }

  .own-income > .link {
    justify-self: start;
    padding-block-end: 0;
  }

  .total {
    margin-block-start: calc(var(--_gap) * 2);
    padding-block: 0.75rem;
    border-block: 2px solid var(--_line);
    font-size: 1.15em;
    font-variant-numeric: tabular-nums;
  }

  .total p {
    margin-block: 0.25em;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @container (min-width: 30rem) {
    .ask {
      padding: calc(var(--_gap) * 1.25);
    }

    .authorities {
      display: flex;
      flex-wrap: wrap;
      gap: 0 2rem;
    }

    .rows {
      gap: 0;
      border-block: 2px solid var(--_line);
      border-block-end: var(--_thin) var(--_faint-line);
    }

    .row {
      grid-template:
        'label label'
        'told told'
        'correction comment'
        'outcome outcome'
        / minmax(0, 1fr) minmax(0, 1.5fr);
      column-gap: 1rem;
      padding: 1rem 0;
      border: 0;
      border-radius: 0;
    }

    .row + .row {
      border-block-start: var(--_thin) var(--_faint-line);
    }

    .own-income {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .own-income > :first-of-type,
    .own-income > .link {
      grid-column: 1 / -1;
    }
  }

  @container (min-width: 44rem) {
    .sources > li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
      column-gap: 1rem;
    }

    .row {
      grid-template:
        'label correction comment' auto
        'told correction comment' auto
        'told outcome outcome' 1fr
        / minmax(0, 1.4fr) minmax(0, 0.8fr) minmax(0, 1.3fr);
      column-gap: 1.5rem;
    }

    .row :is(.correction, .comment) {
      margin: 0;
    }

    .own-income {
      grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr) minmax(0, 1fr);
    }

    .own-income > :first-of-type {
      grid-column: auto;
    }
  }

  /* The browser takes no colours but its own: what carries meaning is a border. */
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }

    :is(button, input, select):is(:disabled, [aria-disabled='true']) {
      border-color: GrayText;
      color: GrayText;
    }

    :focus-visible {
      outline-color: Highlight;
    }
  }

  @media print {
    :host {
      --_text: #000;
      --_quiet: #000;
      --_heading: #000;
      --_line: #000;
      --_faint-line: #999;
      --_box: transparent;
      --_error: #000;
      --_field: transparent;
      --_field-text: #000;
      padding: 0;
      background: #fff;
    }

    button,
    .intro {
      display: none;
    }

    select {
      appearance: none;
    }

    /* Nothing is chosen: a box to write in, as the other fields. */
    select:has([value='']:checked) {
      color: transparent;
    }

    .row,
    .payment,
    .own-income,
    .total {
      break-inside: avoid;
    }

    legend,
    .subheading {
      break-after: avoid;
    }
  }
`;
