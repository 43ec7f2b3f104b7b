import { css } from 'lit';

/** Beside the style of the form, which it shares colours, buttons and fields with. */
export const styles = css`
  section {
    padding: min(var(--_gap), 5cqi);
    background: var(--_box);
    border: var(--_thin) var(--_faint-line);
    border-radius: var(--_radius);
  }

  section[hidden] {
    display: none;
  }

  section > :last-child,
  .block > :last-child {
    margin-block-end: 0;
  }

  .heading {
    font-size: 1.2em;
  }

  .status.status {
    margin-block: 0 0.75rem;
  }

  .facts p {
    margin-block: 0 0.25em;
  }

  .facts {
    margin-block-end: 0.75rem;
  }

  .soon {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_error);
    font-weight: 600;
  }

  .block {
    margin-block: var(--_gap);
    padding-block-start: var(--_gap);
    border-block-start: var(--_thin) var(--_faint-line);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin-block-start: 0.75rem;
  }

  .question {
    min-inline-size: 0;
    margin: 0 0 0.75rem;
    padding: 0.5rem 0.75rem;
    border: var(--_thin) var(--_line);
    border-radius: var(--_radius);
  }

  .question legend {
    margin: 0;
    padding-inline: 0.35em;
    font-size: 1em;
  }

  .version {
    display: block;
    font-weight: 600;
    white-space: pre-line;
  }
`;
