import { html, nothing, type TemplateResult } from 'lit';
import type { Drawing } from './prefill.actions.ts';
import { renderButton } from '../button.ts';
import type { PrefillView } from './prefill.view-model.ts';

/** What stops the form, when it is several things: each with a way to its field. No fragment comes into the address. */
export function renderFaultSummary(
  { faults }: PrefillView,
  { texts, actions, judged }: Drawing,
  isShown: boolean,
): TemplateResult | typeof nothing {
  const told = faults.filter(({ field }) => judged.has(field));
  if (!isShown || told.length < 2) return nothing;
  return html`<div class="faults" id="faults" tabindex="-1" role="group" aria-labelledby="faults-heading">
    <p class="strong" id="faults-heading" .textContent=${texts.faults.heading(told.length)}></p>
    <ul>
      ${told.map(
        ({ field, brief }) =>
          html`<li>${renderButton({ text: brief, look: 'link', press: () => actions.goTo(field) })}</li>`,
      )}
    </ul>
  </div>`;
}
