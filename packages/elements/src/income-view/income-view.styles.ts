import { css } from 'lit';

/** Beside the style of the form, which it shares colours, buttons and fields with. */
export const styles = css`
  .part {
    margin-block-start: calc(var(--_gap) * 2);
  }

  [hidden] {
    display: none;
  }

  #leave {
    display: block;
    margin-block-end: var(--_gap);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }

  .buttons .link {
    margin-inline-end: 0.75rem;
  }

  :is(.heading, .month-name):focus {
    outline-offset: 4px;
  }

  .block + .block {
    margin-block-start: var(--_gap);
    padding-block-start: var(--_gap);
    border-block-start: var(--_thin) var(--_faint-line);
  }

  /* Months */

  .months,
  .lines,
  .facts {
    margin: 0;
    padding: 0;
    list-style-type: '';
  }

  .month {
    padding-block: var(--_gap);
    border-block-start: 2px solid var(--_line);
  }

  .month:last-child {
    border-block-end: 2px solid var(--_line);
  }

  .month > p {
    margin-block: 0 0.35em;
  }

  .month-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: 1rem;
    margin-block-end: 0.35em;
  }

  .month-name {
    color: var(--_heading);
    font-size: 1.1em;
    font-weight: 600;
    unicode-bidi: plaintext;
  }

  .figure {
    margin: 0;
    font-size: 1.35em;
    font-weight: 600;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }

  :is(.nothing, .nothing-yet, .unknown, .not-fetched, .only-planned, .not-counted) > .month-head > .figure {
    color: var(--_quiet);
    font-size: 1.1em;
  }

  .gap {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_error);
  }

  .gap + .gap {
    margin-block-start: -0.35em;
  }

  .group-name {
    margin-block: 0.75rem 0.25rem;
    font-weight: 600;
  }

  /* Payments */

  .line {
    border-block-start: var(--_thin) var(--_faint-line);
  }

  .opener {
    display: grid;
    grid-template: 'what what' 'when when' 'cue net' / minmax(0, 1fr) auto;
    column-gap: 1rem;
    align-items: baseline;
    inline-size: 100%;
    padding: 0.6rem 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
  }

  .opener:hover {
    text-decoration: none;
  }

  .opener .what {
    grid-area: what;
    font-weight: 600;
  }

  .opener .when {
    grid-area: when;
    font-size: 0.95em;
  }

  .opener .net {
    grid-area: net;
    justify-self: end;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .planned .net {
    font-weight: 400;
  }

  .opener .cue {
    grid-area: cue;
    color: var(--_link);
    font-size: 0.95em;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .opener:hover .cue {
    text-decoration-thickness: 2px;
  }

  /* Where the person was led from the form. */
  .line.sought {
    margin-inline-start: -0.75rem;
    padding-inline-start: 0.5rem;
    border-inline-start: 0.25rem solid var(--_accent, currentcolor);
  }

  .dispute {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
  }

  .not-counted,
  .line .not-counted {
    margin: 0 0 0.6rem;
  }

  .line .plain {
    margin-block: -0.4rem 0.6rem;
    font-size: 0.95em;
  }

  .line .not-counted {
    font-size: 0.95em;
    font-weight: 600;
  }

  .details {
    margin-block-end: 0.75rem;
    padding: min(var(--_gap), 4cqi);
    background: var(--_box);
    border: var(--_thin) var(--_faint-line);
    border-radius: var(--_radius);
  }

  .details > p {
    margin-block: 0 0.35em;
  }

  .details .question:not(:first-child) {
    margin-block-start: 0.75rem;
  }

  .details dl {
    margin-block: 0.5rem;
  }

  .details dl:not(.steps) > :last-child {
    border: 0;
    font-weight: 400;
  }

  .details dl:not(.steps) > :last-child dt {
    color: var(--_quiet);
  }

  .details dd {
    margin-inline-start: auto;
    text-align: end;
  }

  dl.steps dd {
    inline-size: 100%;
  }

  dl.steps > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    column-gap: 1rem;
  }

  .steps > .gross {
    font-weight: 600;
  }

  .steps > .gross dt {
    color: inherit;
  }

  .step-bar,
  .bar svg {
    display: block;
    color: var(--ssbtek-accent-color, currentcolor);
    overflow: visible;
    direction: ltr;
  }

  .step-bar rect,
  .bar rect {
    stroke: currentcolor;
    stroke-width: 1;
  }

  .step-bar rect {
    fill: currentcolor;
  }

  .step-bar rect.taken {
    fill: none;
    stroke-width: 1.5;
    stroke-dasharray: 3 2;
  }

  /* Find */

  .find .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem 1rem;
    padding-block-start: 0.5rem;
  }

  input[type='search'] {
    appearance: none;
  }

  .result p:not(:empty) {
    margin: var(--_gap) 0 0;
    font-weight: 600;
  }

  .result p:empty {
    margin: 0;
  }

  /* Chart */

  .patterns {
    position: absolute;
    color: var(--ssbtek-accent-color, currentcolor);
  }

  .chart {
    display: grid;
    gap: 0.75rem;
  }

  .chart-month {
    display: grid;
    gap: 0.25rem;
  }

  .chart-month > p {
    margin: 0;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    column-gap: 1rem;
    inline-size: 100%;
    padding: 0.35rem 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
  }

  .bar svg {
    flex: 1 0 100%;
    order: 1;
  }

  .bar rect.planned {
    stroke-width: 2;
    stroke-dasharray: 5 3;
  }

  .bar-value {
    font-variant-numeric: tabular-nums;
  }

  .bar:not(.empty, .unchecked) > .bar-value {
    text-align: end;
  }

  .bar:is(.empty, .unchecked) {
    padding-inline: 0.75rem;
    border: var(--_thin) var(--_line);
    border-radius: var(--_radius);
  }

  .bar.unchecked {
    border-style: dashed;
    font-weight: 600;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  caption {
    padding-block-end: 0.5rem;
    font-weight: 600;
    text-align: start;
  }

  th,
  td {
    padding: 0.4rem 0.75rem 0.4rem 0;
    border-block-end: var(--_thin) var(--_faint-line);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }

  thead th {
    border-block-end: 2px solid var(--_line);
    font-weight: 600;
  }

  :is(th, td):last-child {
    padding-inline-end: 0;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .facts > li {
    margin-block-start: 0.75rem;
  }

  .facts p {
    margin: 0;
  }

  @container (min-width: 30rem) {
    .find .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (min-width: 44rem) {
    .find .fields {
      grid-template-columns: 1.4fr repeat(3, minmax(0, 1fr));
    }

    .opener {
      grid-template: 'what when cue net' / minmax(0, 1.2fr) minmax(0, 1.4fr) auto minmax(7em, auto);
    }

    .bar:not(.empty, .unchecked) {
      display: grid;
      grid-template-columns: 12em minmax(0, 1fr) 8em;
    }

    #leave {
      float: inline-end;
      margin-inline-start: 1rem;
    }

    .bar svg {
      grid-column: 2;
      grid-row: 1;
    }

    .bar-value {
      grid-column: 3;
    }

    .details {
      padding: var(--_gap);
    }
  }

  @media (forced-colors: active) {
    .step-bar,
    .bar svg,
    .patterns {
      color: CanvasText;
    }

    .bar {
      border: 1px solid ButtonText;
      padding-inline: 0.5rem;
    }
  }

  /* The list of months with all payments, when it was fetched, and what could not be checked. */
  @media print {
    .controls,
    #leave,
    .opener .cue,
    .chart {
      display: none;
    }

    button.opener {
      display: grid;
      min-block-size: 0;
      padding-block: 0.25rem;
    }

    .chart-table {
      position: static;
      inline-size: auto;
      block-size: auto;
      margin: 0;
      overflow: visible;
      clip-path: none;
      white-space: normal;
    }

    /* What is opened may be longer than a page. */
    .month-head,
    .opener,
    .steps,
    .details dl > div,
    .facts > li,
    tr {
      break-inside: avoid;
    }

    .month-head,
    .group-name,
    .opener,
    .question {
      break-after: avoid;
    }
  }
`;
