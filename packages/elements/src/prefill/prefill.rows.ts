import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Texts } from '../localize/texts.ts';
import type { Entry } from './prefill.entries.ts';
import type { GroupView, PrefillView, RowView } from './prefill.view-model.ts';

export interface RowsInput {
  readonly texts: Texts;
  readonly disabled: boolean;
  /** The rows whose errors are told. */
  readonly judged: ReadonlySet<string>;
  readonly write: (key: string, change: Partial<Entry>) => void;
  /** The person has left the correction. */
  readonly leave: (key: string) => void;
}

/** Keyed, so that a group that comes does not move what is being typed to another row. */
export function renderGroups(groups: readonly GroupView[], input: RowsInput): unknown {
  return repeat(
    groups,
    ({ group }) => group,
    ({ heading, rows }) =>
      html`<fieldset class="group">
        <legend>${heading}</legend>
        <ul class="rows">
          ${repeat(
            rows,
            ({ key }) => key,
            (row) => html`<li class="row" part="row">${renderRow(row, input)}</li>`,
          )}
        </ul>
      </fieldset>`,
  );
}

/** The fields' accessible names are fixed, since hosts' own tests lean on them. */
function renderRow(row: RowView, { texts, disabled, judged, write, leave }: RowsInput): TemplateResult {
  const { prefill } = texts;
  const error = judged.has(row.key) ? row.error : undefined;
  return html`<div class="row-label">${breakable(row.label)}</div>
    ${renderRetrieved(row, texts)}
    <div class="correction">
      <label for="correction-${row.key}">${prefill.correction}</label>
      <input
        id="correction-${row.key}"
        aria-label="${prefill.correction}: ${row.label}"
        part="input"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        spellcheck="false"
        ?disabled=${disabled}
        .value=${row.correction}
        aria-invalid=${error === undefined ? 'false' : 'true'}
        aria-describedby=${error === undefined ? nothing : `error-${row.key}`}
        @input=${(event: InputEvent) => write(row.key, { correction: valueOf(event) })}
        @change=${() => leave(row.key)}
      />
      ${error === undefined ? nothing : html`<p class="error" id="error-${row.key}" .textContent=${error}></p>`}
    </div>
    <div class="comment">
      <label for="comment-${row.key}">${prefill.comment}</label>
      <input
        id="comment-${row.key}"
        aria-label="${prefill.comment}: ${row.label}"
        part="input"
        type="text"
        autocomplete="off"
        maxlength="500"
        ?disabled=${disabled}
        .value=${row.comment}
        @input=${(event: InputEvent) => write(row.key, { comment: valueOf(event) })}
      />
    </div>`;
}

function renderRetrieved(row: RowView, { prefill }: Texts): TemplateResult {
  const notes = row.notes.map((note) => html`<span class="note" .textContent=${note}></span>`);
  if (row.amount === undefined) return html`<div class="retrieved without-amount">${notes}</div>`;
  return html`<div class="retrieved">
    <span class="visually-hidden">${prefill.retrieved}: </span
    ><bdi class="amount" part="amount" .textContent=${row.amount}></bdi>${notes}
  </div>`;
}

/** What was retrieved and is in no row. */
export function renderSetAside(
  { setAside }: PrefillView,
  headingLevel: number,
  texts: Texts,
): TemplateResult | typeof nothing {
  if (setAside.length === 0) return nothing;
  return html`<section class="group" aria-labelledby="set-aside">
    <div class="subheading" id="set-aside" role="heading" aria-level=${headingLevel}>
      ${texts.setAside.heading}
    </div>
    <ul>
      ${setAside.map((text) => html`<li .textContent=${text}></li>`)}
    </ul>
  </section>`;
}

/** Lets a label such as `Pension/SA/Livränta` break after a slash. */
function breakable(label: string): unknown {
  return label.split('/').map((part, index) => (index === 0 ? part : html`/<wbr />${part}`));
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
