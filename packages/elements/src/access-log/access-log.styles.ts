import { css } from 'lit';

/** Beside the style of the form, which it shares colours, buttons and text with. */
export const styles = css`
  [hidden] {
    display: none;
  }

  .heading:focus {
    outline-offset: 4px;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style-type: '';
  }

  .facts {
    margin-block: var(--_gap);
    padding: min(var(--_gap), 5cqi);
    background: var(--_box);
    border: var(--_thin) var(--_faint-line);
    border-radius: var(--_radius);
  }

  .facts > div {
    display: block;
    padding: 0;
    border: 0;
    font-weight: inherit;
  }

  .facts > div + div {
    margin-block-start: 0.75rem;
  }

  .facts > div > dt {
    color: var(--_quiet);
  }

  .facts dd {
    max-inline-size: 65ch;
    font-weight: 600;
  }

  .day {
    margin-block-start: calc(var(--_gap) * 1.5);
  }

  .day > .subheading {
    margin-block-end: 0.35rem;
  }

  .line {
    padding-block: 0.6rem;
    border-block-start: var(--_thin) var(--_faint-line);
    break-inside: avoid;
  }

  .line p {
    margin: 0;
    max-inline-size: 65ch;
  }

  .when {
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }

  :is(.unanswered, .failed, .refused, .cut-off) > div {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_line);
  }

  .help {
    margin-block-start: calc(var(--_gap) * 1.5);
    padding-block-start: var(--_gap);
    border-block-start: 2px solid var(--_line);
  }

  .help p {
    margin: 0;
  }

  .on-paper {
    display: none;
  }

  @container (min-width: 30rem) {
    .line {
      display: grid;
      grid-template-columns: 4.5em minmax(0, 1fr);
      column-gap: 1rem;
    }

    #shown .line {
      grid-template-columns: 11em minmax(0, 1fr);
    }
  }

  @media print {
    .on-paper {
      display: block;
    }
  }
`;
