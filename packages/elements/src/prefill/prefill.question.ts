import { html, nothing, type TemplateResult } from 'lit';
import type { Drawing } from './prefill.actions.ts';
import { renderError } from '../reason-field.ts';
import type { PrefillView } from './prefill.view-model.ts';
import type { Written } from './prefill.written.ts';

/** "Har du några inkomster?", as in the form on paper. */
export function renderQuestion(
  hasIncome: Written['hasIncome'],
  { isContradicted, faults }: PrefillView,
  { texts, actions, disabled, judged }: Drawing,
): TemplateResult {
  const { question } = texts;
  const fault = faults.find(({ field }) => field === 'has-income-yes');
  const error = judged.has('has-income-yes') ? fault?.text : undefined;
  return html`<fieldset
    class="group question"
    aria-describedby=${error === undefined ? nothing : 'error-has-income'}
  >
    <legend .textContent=${question.text}></legend>
    ${(['yes', 'no'] as const).map(
      (answer) =>
        html`<div class="choice">
          <input
            type="radio"
            name="has-income"
            id="has-income-${answer}"
            value=${answer}
            ?disabled=${disabled}
            .checked=${hasIncome === answer}
            @change=${() => actions.answer(answer)}
          />
          <label for="has-income-${answer}" .textContent=${question[answer]}></label>
        </div>`,
    )}
    ${renderError('has-income', error)}
    ${isContradicted ? html`<p class="strong" .textContent=${question.contradicted}></p>` : nothing}
  </fieldset>`;
}
