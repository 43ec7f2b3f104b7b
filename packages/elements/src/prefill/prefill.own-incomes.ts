import { OWN_INCOME_TYPES, type OwnIncomeType } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Drawing } from './prefill.actions.ts';
import { renderButton } from '../button.ts';
import { renderError } from '../reason-field.ts';
import { renderField } from './prefill.fields.ts';
import type { PrefillView } from './prefill.view-model.ts';
import type { OwnIncome } from './prefill.written.ts';

/** What no source can tell of, and a way to add it. */
export function renderOwnIncomes(
  own: readonly OwnIncome[],
  { faults, coversWages }: Pick<PrefillView, 'faults' | 'coversWages'>,
  drawing: Drawing,
): TemplateResult {
  const { texts, actions, disabled, headingLevel } = drawing;
  return html`<div class="group own" role="group" aria-labelledby="own">
    <div
      class="subheading"
      id="own"
      role="heading"
      aria-level=${headingLevel + 1}
      .textContent=${texts.own.heading}
    ></div>
    <p class="measure" .textContent=${texts.own.neverFetched(coversWages)}></p>
    ${repeat(
      own,
      ({ id }) => id,
      (income, index) => renderOwnIncome(income, index + 1, { faults, coversWages }, drawing),
    )}
    ${renderButton({ text: texts.own.add, look: 'secondary', id: 'own-add', disabled, press: actions.addOwn })}
  </div>`;
}

function renderOwnIncome(
  { id, type, amount, date }: OwnIncome,
  number: number,
  { faults, coversWages }: Pick<PrefillView, 'faults' | 'coversWages'>,
  drawing: Drawing,
): TemplateResult {
  const { texts, actions, disabled, judged } = drawing;
  const { own } = texts;
  const legend = own.legend(number);
  const errorOf = (field: string): string | undefined =>
    judged.has(field) ? faults.find((fault) => fault.field === field)?.text : undefined;
  const error = errorOf(`own-type-${id}`);
  return html`<fieldset class="own-income">
    <legend .textContent=${legend}></legend>
    <div>
      <label for="own-type-${id}" .textContent=${own.type}></label>
      <select
        id="own-type-${id}"
        aria-label="${own.type}: ${legend}"
        part="input"
        ?disabled=${disabled}
        aria-invalid=${error === undefined ? 'false' : 'true'}
        aria-describedby=${error === undefined ? nothing : `error-own-type-${id}`}
        @change=${(event: Event) => {
          actions.changeOwn(id, { type: (event.target as HTMLSelectElement).value as OwnIncomeType | '' });
          actions.leave(`own-type-${id}`);
        }}
      >
        <option value="" ?selected=${type === ''} .textContent=${own.chooseType}></option>
        ${OWN_INCOME_TYPES.filter((each) => each !== 'lon' || each === type || !coversWages).map(
          (each) =>
            html`<option value=${each} ?selected=${type === each} .textContent=${own.types[each]}></option>`,
        )}
      </select>
      ${renderError(`own-type-${id}`, error)}
    </div>
    <div>
      ${renderField(
        {
          id: `own-amount-${id}`,
          label: own.amount,
          name: `${own.amount}: ${legend}`,
          value: amount,
          kind: 'amount',
          error: errorOf(`own-amount-${id}`),
          write: (text) => actions.changeOwn(id, { amount: text }),
        },
        drawing,
      )}
    </div>
    <div>
      ${renderField(
        {
          id: `own-date-${id}`,
          label: own.date,
          name: `${own.date}: ${legend}`,
          value: date,
          kind: 'date',
          error: errorOf(`own-date-${id}`),
          write: (text) => actions.changeOwn(id, { date: text }),
        },
        drawing,
      )}
    </div>
    ${renderButton({ text: own.remove(number), look: 'link', disabled, press: () => actions.removeOwn(id) })}
  </fieldset>`;
}
