import { css } from 'lit';

/** Beside the style of the form, which it shares colours, buttons and fields with. */
export const styles = css`
  .heading:focus-visible,
  .block:focus-visible {
    outline-offset: 4px;
  }

  .block {
    margin-block: var(--_gap);
    padding: min(var(--_gap), 5cqi);
    background: var(--_box);
    border: var(--_thin) var(--_line);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
  }

  .block > :last-child {
    margin-block-end: 0;
  }

  .block > .problem {
    padding: 0;
    border: 0;
  }

  .unchecked,
  .unsent {
    border-color: var(--_error);
  }

  .unchecked li {
    font-weight: 600;
  }

  .outcome,
  section > .problem {
    margin-block: var(--_gap);
  }

  .part {
    margin-block-start: calc(var(--_gap) * 2);
  }

  .answer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.5rem;
  }

  .answer p {
    margin: 0;
  }

  /* Rows: cards where it is narrow, lines where it is not */

  .lines {
    display: grid;
    gap: 0.75rem;
    margin: var(--_gap) 0 0;
    padding: 0;
    list-style-type: '';
  }

  .line {
    padding: min(0.75rem, 4cqi);
    border: var(--_thin) var(--_faint-line);
    border-radius: var(--_radius);
  }

  .line-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: 1rem;
  }

  .line-head .row-label {
    margin: 0;
    font-size: 1.1em;
  }

  .line-head button {
    min-inline-size: 44px;
  }

  .changed {
    margin-block: 0 0.35em;
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_line);
    font-weight: 600;
    color: inherit;
  }

  dl {
    margin: 0;
  }

  .line dl > div,
  .receipt dl > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: 1rem;
    padding-block: 0.3em;
  }

  /* Wide enough for it, or it goes on in a line of its own: an amount in two parts is two amounts. */
  .figure,
  .total bdi {
    white-space: nowrap;
  }

  .figure {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .line dl > .counts {
    margin-block-start: 0.3em;
    padding-block-start: 0.5em;
  }

  .as-written {
    white-space: pre-line;
  }

  .own li {
    margin-block-end: 0.35em;
  }

  .own .figure,
  .own .quiet {
    margin-inline-start: 0.35em;
  }

  .total {
    margin-block-start: var(--_gap);
  }

  .change {
    margin-block: var(--_gap) 0;
  }

  .hand-in {
    padding-block-start: var(--_gap);
    border-block-start: 2px solid var(--_line);
  }

  .hand-in .main {
    margin-block: var(--_gap) 0.75rem;
  }

  .choice {
    align-items: flex-start;
  }

  .choice input[type='checkbox'] {
    inline-size: 28px;
    min-block-size: 0;
    block-size: 28px;
    margin-block: 8px;
    padding: 0;
  }

  .choice label {
    min-block-size: 44px;
  }

  .choice input[aria-invalid='true'] {
    outline: 3px solid var(--_error);
    outline-offset: 2px;
  }

  .choice input[aria-invalid='true']:focus-visible {
    outline-color: var(--ssbtek-focus-color, #0b57d0);
  }

  .receipt dl > :last-child {
    border: 0;
    font-weight: inherit;
  }

  .receipt dl > :last-child dt {
    color: var(--_quiet);
  }

  .receipt dd {
    font-weight: 600;
  }

  .receipt .vouched dd {
    max-inline-size: 65ch;
    font-weight: inherit;
  }

  .reference {
    hyphens: manual;
  }

  .after {
    margin-block: var(--_gap);
  }

  /* In the top layer: it is in sight wherever on the page the person is. */
  .way-back {
    position: fixed;
    inset: auto 0 0;
    inline-size: fit-content;
    max-inline-size: 100%;
    margin: 0 auto;
    padding: 0.75rem;
    border: 0;
    background: none;
    color: inherit;
    overflow: visible;
  }

  .way-back .main {
    box-shadow: 0 0 0 3px var(--ssbtek-background-color, #fff);
  }

  /* Where it is narrower, names of authorities would not fit beside a label. */
  @container (min-width: 20rem) {
    .line dl > div:not(.wide),
    .receipt dl > div:not(.vouched) {
      grid-template-columns: 5.75em minmax(0, 1fr);
    }

    .counts .figure {
      font-size: 1.15em;
    }

    .reference {
      font-size: 1.25em;
    }
  }

  @container (width < 20rem) {
    .total {
      font-size: 1em;
    }

    .receipt dd {
      font-weight: inherit;
    }
  }

  @container (min-width: 36rem) {
    .lines {
      gap: 0;
      border-block-start: 2px solid var(--_line);
    }

    .line {
      padding: 1rem 0;
      border: 0;
      border-block-end: var(--_thin) var(--_faint-line);
      border-radius: 0;
    }

    .line dl {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      column-gap: 1.5rem;
    }

    .line dl > div:not(.wide) {
      display: block;
    }

    .line dl > .wide {
      grid-row: 2;
      grid-column: 1 / -1;
    }

    .line dl > .wide ~ .wide {
      grid-row: 3;
    }

    .line dl > .counts {
      grid-row: 1;
      grid-column: 3;
      margin: 0;
      padding-block-start: 0.3em;
      border: 0;
    }
  }

  @media (forced-colors: active) {
    .choice input[aria-invalid='true'] {
      outline-color: Mark;
    }
  }

  @media print {
    .hand-in,
    .way-back,
    .change,
    .advice {
      display: none;
    }

    .line,
    .block {
      break-inside: avoid;
    }

    .subheading {
      break-after: avoid;
    }
  }
`;
