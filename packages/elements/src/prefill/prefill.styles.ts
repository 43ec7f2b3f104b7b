import { css } from 'lit';

export const styles = css`
  :host {
    --_text: var(--ssbtek-text-color, inherit);
    --_quiet: var(--ssbtek-quiet-color, color-mix(in srgb, currentcolor 82%, transparent));
    --_line: var(--ssbtek-line-color, color-mix(in srgb, currentcolor 60%, transparent));
    --_faint-line: var(--ssbtek-faint-line-color, color-mix(in srgb, currentcolor 25%, transparent));
    --_box: var(--ssbtek-box-color, color-mix(in srgb, currentcolor 5%, transparent));
    --_error: var(--ssbtek-error-color, color-mix(in srgb, #d00000 60%, currentcolor));
    --_accent: var(--ssbtek-accent-color, #1b4f72);
    --_on-accent: var(--ssbtek-on-accent-color, #fff);
    --_radius: var(--ssbtek-radius, 4px);
    --_gap: var(--ssbtek-gap, 1rem);
    display: block;
    container-type: inline-size;
    color: var(--_text);
    line-height: 1.5;
    hyphens: auto;
    overflow-wrap: break-word;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  p,
  ul {
    margin-block: 0 0.75em;
  }

  .heading {
    margin-block: 0 0.5em;
    font-size: 1.35em;
    font-weight: 600;
    line-height: 1.25;
  }

  .subheading {
    margin-block: 0 0.25em;
    font-size: 1.1em;
    font-weight: 600;
  }

  .quiet {
    color: var(--_quiet);
  }

  .ask {
    padding: var(--_gap);
    background: var(--_box);
    border: 1px solid var(--_faint-line);
    border-radius: var(--_radius);
  }

  .ask > :last-child {
    margin-block-end: 0;
  }

  .measure {
    max-inline-size: 65ch;
  }

  .authorities {
    padding-inline-start: 1.25em;
  }

  button {
    max-inline-size: 100%;
    hyphens: auto;
    overflow-wrap: anywhere;
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    line-height: inherit;
    cursor: pointer;
  }

  .main,
  .secondary {
    min-block-size: 44px;
    padding: 0.6em min(1.2em, 4cqi);
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

  .link {
    min-block-size: 44px;
    padding: 0.5em 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  button[aria-disabled='true'],
  button:disabled {
    background: transparent;
    color: var(--_quiet);
    border-color: var(--_line);
    cursor: default;
  }

  :focus-visible {
    /* Blue on white, so that it is seen on light and dark pages and around a dark button. */
    outline: 3px solid var(--ssbtek-focus-color, #0b57d0);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #fff;
  }

  /* There from the beginning, or its first message would not be announced. */
  .status:not(:empty) {
    margin-block: var(--_gap);
  }

  .status p {
    margin-block: 0.25em;
  }

  .problem {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_error);
  }

  .strong {
    font-weight: 600;
  }

  .sources {
    margin-block: var(--_gap) 0;
    padding: 0;
    list-style: none;
  }

  .sources > li {
    padding-block: 0.5rem;
    border-block-start: 1px solid var(--_faint-line);
  }

  .sources p {
    margin: 0;
  }

  .group {
    min-inline-size: 0;
    margin: calc(var(--_gap) * 2) 0 0;
    padding: 0;
    border: 0;
  }

  .group legend {
    max-inline-size: 100%;
    padding: 0;
    overflow-wrap: anywhere;
    margin-block-end: 0.5rem;
    font-size: 1.15em;
    font-weight: 600;
  }

  .rows {
    margin: 0;
    padding: 0;
    list-style: none;
    border-block-end: 1px solid var(--_faint-line);
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem 1rem;
    padding-block: 1rem;
    border-block-start: 1px solid var(--_faint-line);
  }

  .row-label {
    font-weight: 600;
    hyphens: auto;
    overflow-wrap: anywhere;
  }

  .retrieved {
    padding: 0.5rem 0.75rem;
    background: var(--_box);
    border: 1px solid var(--_faint-line);
    border-radius: var(--_radius);
  }

  .retrieved.without-amount {
    padding: 0;
    background: none;
    border: 0;
  }

  .amount {
    display: block;
    font-size: 1.15em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .note {
    display: block;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  label {
    display: block;
    margin-block-end: 0.2rem;
    font-size: 0.95em;
  }

  input:not([type='radio']),
  select {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0.5rem 0.6rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--ssbtek-field-color, #fff);
    color: var(--ssbtek-field-text-color, #1a1a1a);
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    line-height: inherit;
  }

  input[aria-invalid='true'],
  select[aria-invalid='true'] {
    border: 2px solid var(--_error);
  }

  .correction input {
    max-inline-size: 12em;
  }

  .comment > select {
    margin-block-end: 0.5rem;
  }

  .outcome {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_line);
  }

  .outcome p {
    margin-block: 0.25em;
  }

  .payments[hidden] {
    display: none;
  }

  .payment {
    padding-block: 0.75rem;
    border-block-start: 1px solid var(--_faint-line);
  }

  .payment p {
    margin-block: 0 0.5em;
  }

  dl {
    margin-block: 0 0.5em;
  }

  dl > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1rem;
    padding-block: 0.15em;
  }

  dt {
    color: var(--_quiet);
  }

  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }

  .more {
    margin-block-start: var(--_gap);
  }

  .own-income {
    display: grid;
    gap: 0.75rem 1rem;
    min-inline-size: 0;
    margin-block: 0 1rem;
    padding: 0.75rem;
    border: 1px solid var(--_faint-line);
    border-radius: var(--_radius);
  }

  .own-income legend {
    margin: 0;
    font-size: 1em;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 44px;
  }

  .choice input {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .choice label {
    flex: 1;
    margin: 0;
    padding-block: 0.5em;
    font-size: 1em;
  }

  .faults {
    margin-block-start: calc(var(--_gap) * 2);
    padding: var(--_gap);
    border: 3px solid var(--_error);
    border-radius: var(--_radius);
  }

  .faults ul {
    margin: 0;
    padding-inline-start: 1.25em;
  }

  .total {
    margin-block-start: var(--_gap);
    padding-block: 0.75rem;
    border-block: 2px solid var(--_line);
    font-size: 1.1em;
  }

  .total p {
    margin-block: 0.25em;
  }

  .ask .secondary {
    margin-block-start: 0.75rem;
  }

  .error {
    margin-block: 0.25rem 0;
    color: var(--_error);
    font-weight: 600;
    font-size: 0.95em;
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
    .sources > li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
      column-gap: 1rem;
    }

    .row {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.5fr);
    }

    .row-label,
    .told,
    .outcome {
      grid-column: 1 / -1;
    }

    .own-income {
      grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr) minmax(0, 1fr);
    }

    .own-income > .link {
      grid-column: 1 / -1;
      justify-self: start;
    }
  }

  @container (min-width: 50rem) {
    .row {
      grid-template-columns: minmax(0, 1.3fr) minmax(0, 1.2fr) minmax(0, 0.75fr) minmax(0, 1fr);
      align-items: start;
    }

    .row-label,
    .told {
      grid-column: auto;
    }

    .row-label,
    .retrieved.without-amount {
      padding-block-start: 1.9rem;
    }

    .retrieved:not(.without-amount) {
      margin-block-start: 1.6rem;
    }
  }

  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
  }

  @media print {
    button,
    select,
    .intro {
      display: none;
    }

    .row,
    .payment {
      break-inside: avoid;
    }
  }
`;
