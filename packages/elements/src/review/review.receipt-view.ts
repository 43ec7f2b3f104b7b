import { formatInstant, type SubmissionReceipt } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import { renderButton } from '../button.ts';
import type { ReviewDrawing } from './review.drawing.ts';
import { renderSubheading } from './review.parts.ts';

/** That it is handed in, and what tells it from others. */
export function renderReceipt(drawing: ReviewDrawing): TemplateResult | typeof nothing {
  const { state, texts } = drawing;
  const { receipt: words } = texts;
  if (state.kind === 'handed-in')
    return html`<p class="measure" .textContent=${words.received}></p>
      ${renderFacts(state.receipt, drawing)} ${renderSubheading(words.handedIn, drawing)}`;
  if (state.kind === 'already')
    return html`<p class="measure" .textContent=${words.already}></p>
      <p class="measure" .textContent=${words.alreadyNotSent}></p>
      ${state.receipt ? renderFacts(state.receipt, drawing) : nothing}`;
  return nothing;
}

function renderFacts({ reference, receivedAt }: SubmissionReceipt, drawing: ReviewDrawing): TemplateResult {
  const { texts, actions } = drawing;
  const { receipt: words } = texts;
  return html`<div class="block receipt" part="receipt">
      <dl>
        <div>
          <dt .textContent=${words.reference}></dt>
          <dd><bdi class="reference" .textContent=${reference}></bdi></dd>
        </div>
        <div>
          <dt .textContent=${words.at}></dt>
          <dd><bdi .textContent=${formatInstant(receivedAt)}></bdi></dd>
        </div>
      </dl>
    </div>
    <p class="measure advice" .textContent=${words.keep}></p>
    <p>${renderButton({ text: words.print, look: 'secondary', id: 'print', press: actions.print })}</p>`;
}
