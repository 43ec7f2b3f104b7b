import { formatInstant, type SubmissionReceipt } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import { renderButton } from '../button.ts';
import type { ReviewDrawing } from './review.drawing.ts';
import { renderDeclarationText, renderSubheading } from './review.parts.ts';

/** That it is handed in, what tells it from others, and what happens next. */
export function renderReceipt(drawing: ReviewDrawing): TemplateResult | typeof nothing {
  const { state, texts } = drawing;
  const { receipt: words } = texts;
  if (state.kind === 'handed-in')
    return html`<p class="measure" .textContent=${words.received}></p>
      ${renderFacts(state.receipt, renderVouched(drawing), drawing)} ${renderAfter()}
      <p class="measure advice" .textContent=${words.copy}></p>
      ${renderPrint(drawing)} ${renderSubheading(words.handedIn, drawing)}`;
  if (state.kind === 'already')
    return html`<p class="measure" .textContent=${words.already}></p>
      <p class="measure" .textContent=${words.alreadyNotSent}></p>
      ${state.receipt ? renderFacts(state.receipt, nothing, drawing) : nothing} ${renderAfter()}
      ${state.receipt ? renderPrint(drawing) : nothing}`;
  return nothing;
}

function renderFacts(
  { reference, receivedAt }: SubmissionReceipt,
  more: TemplateResult | typeof nothing,
  { texts: { receipt: words } }: ReviewDrawing,
): TemplateResult {
  return html`<div class="block receipt" part="receipt">
      <dl>
        <div>
          <dt .textContent=${words.reference}></dt>
          <dd>${renderReference(reference)}</dd>
        </div>
        <div>
          <dt .textContent=${words.at}></dt>
          <dd><bdi .textContent=${formatInstant(receivedAt)}></bdi></dd>
        </div>
        ${more}
      </dl>
    </div>
    <p class="measure advice" .textContent=${words.keep}></p>`;
}

/** May go on in the next line after a hyphen, and nowhere else. */
function renderReference(reference: string): TemplateResult {
  const groups = reference.split(/(?<=-)/);
  return html`<bdi class="reference"
    >${groups.map((group) => html`<span .textContent=${group}></span><wbr />`)}</bdi
  >`;
}

function renderVouched(drawing: ReviewDrawing): TemplateResult {
  return html`<div class="vouched">
    <dt .textContent=${drawing.texts.receipt.vouched}></dt>
    <dd>${renderDeclarationText(drawing)}</dd>
  </div>`;
}

/** The host's own words on what happens next. */
function renderAfter(): TemplateResult {
  return html`<div class="after"><slot name="after"></slot></div>`;
}

function renderPrint({ texts, actions }: ReviewDrawing): TemplateResult {
  const { print: text } = texts.receipt;
  return html`<p>${renderButton({ text, look: 'secondary', id: 'print', press: actions.print })}</p>`;
}
