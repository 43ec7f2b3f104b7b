import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Drawing } from './prefill.actions.ts';
import { renderButton } from '../button.ts';
import { renderReason } from '../reason-field.ts';
import { renderField } from './prefill.fields.ts';
import { renderPayments } from './prefill.payments.ts';
import type { RowView } from './prefill.row-view.ts';
import type { PrefillView } from './prefill.view-model.ts';

/** Keyed, so that a group that comes does not move what is being typed to another row. */
export function renderGroups({ groups, folded, faults }: PrefillView, drawing: Drawing): unknown {
  const { texts, actions } = drawing;
  return html`${repeat(
    groups,
    ({ group }) => group,
    ({ heading, rows }) =>
      html`<fieldset class="group">
        <legend .textContent=${heading}></legend>
        <ul class="rows">
          ${repeat(
            rows,
            ({ key }) => key,
            (row) => html`<li class="row" part="row">${renderRow(row, faults, drawing)}</li>`,
          )}
        </ul>
      </fieldset>`,
  )}
  ${
    folded === 0
      ? nothing
      : renderButton({ text: texts.prefill.showMore(folded), look: 'secondary', press: actions.showMore })
  }`;
}

/** The fields' accessible names are fixed, since hosts' own tests lean on them. */
function renderRow(row: RowView, faults: PrefillView['faults'], drawing: Drawing): TemplateResult {
  const { texts, actions, judged } = drawing;
  const { prefill } = texts;
  const { key, label } = row;
  const errorOf = (field: string): string | undefined =>
    judged.has(field) ? faults.find((fault) => fault.field === field)?.text : undefined;
  return html`<div class="row-label">${breakable(label)}</div>
    <div class="told">${renderRetrieved(row, drawing)}${renderPayments(row, drawing)}</div>
    <div class="correction">
      ${renderField(
        {
          id: `correction-${key}`,
          label: prefill.correction,
          name: `${prefill.correction}: ${label}`,
          value: row.correction,
          kind: row.mayBeNegative ? 'signed-amount' : 'amount',
          error: errorOf(`correction-${key}`),
          write: (correction) => actions.write(key, { correction }),
        },
        drawing,
      )}
      ${renderStep(row, drawing)}
    </div>
    <div class="comment">
      ${
        row.asksReason
          ? renderReason({
              id: `reason-${key}`,
              about: label,
              value: row.reason,
              error: errorOf(`reason-${key}`),
              disabled: drawing.disabled,
              texts: texts.row,
              reasons: texts.reasons,
              choose: (reason) => actions.write(key, { reason }),
              leave: actions.leave,
            })
          : nothing
      }
      ${renderField(
        {
          id: `comment-${key}`,
          label: prefill.comment,
          name: `${prefill.comment}: ${label}`,
          value: row.comment,
          kind: 'text',
          error: errorOf(`comment-${key}`),
          write: (comment) => actions.write(key, { comment }),
        },
        drawing,
      )}
    </div>
    ${renderOutcome(row)}`;
}

function renderRetrieved(row: RowView, { texts }: Drawing): TemplateResult {
  const notes = row.notes.map((note) => html`<span class="note" .textContent=${note}></span>`);
  if (row.amount === undefined) return html`<div class="retrieved without-amount">${notes}</div>`;
  return html`<div class="retrieved">
    <span class="visually-hidden">${texts.prefill.retrieved}: </span
    ><bdi class="amount" part="amount" .textContent=${row.amount}></bdi>${notes}
  </div>`;
}

/** One button for the step back and for undoing it, so that focus stays where it is. */
function renderStep({ key, label, step }: RowView, { texts, actions, disabled }: Drawing): unknown {
  if (!step) return nothing;
  const text = step === 'undo' ? texts.row.undo : texts.row.takeBack;
  return html`${step === 'undo' ? html`<p class="quiet" .textContent=${texts.row.takenBack}></p>` : nothing}
  ${renderButton({
    text,
    name: `${text}: ${label}`,
    look: 'link',
    disabled,
    press: () => (step === 'undo' ? actions.undo(key) : actions.takeBack(key)),
  })}`;
}

/** What the row comes to, what has moved under it, and who can mend it. */
function renderOutcome({ effective, moved, disputed, contact }: RowView): TemplateResult | typeof nothing {
  const texts = [moved, disputed, effective, contact].filter((text) => text !== undefined);
  if (texts.length === 0) return nothing;
  return html`<div class="outcome">
    ${texts.map((text) => html`<p class=${text === effective ? 'strong' : ''} .textContent=${text}></p>`)}
  </div>`;
}

/** What was retrieved and is in no row. */
export function renderSetAside(
  { setAside }: PrefillView,
  { headingLevel, texts }: Drawing,
): TemplateResult | typeof nothing {
  if (setAside.length === 0) return nothing;
  return html`<div class="group" role="group" aria-labelledby="set-aside">
    <div
      class="subheading"
      id="set-aside"
      role="heading"
      aria-level=${headingLevel + 1}
      .textContent=${texts.setAside.heading}
    ></div>
    <ul>
      ${setAside.map((text) => html`<li .textContent=${text}></li>`)}
    </ul>
  </div>`;
}

/** Lets a label such as `Pension/SA/Livränta` break after a slash. */
function breakable(label: string): unknown {
  return label.split('/').map((part, index) => (index === 0 ? part : html`/<wbr />${part}`));
}
