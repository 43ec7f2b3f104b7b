import type { IncomeProblemKind } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import { renderProblemBox } from '../problem-box.ts';
import { afterFailure } from './review.announcement.ts';
import type { ReviewDrawing } from './review.drawing.ts';
import { isOpen, type ReviewState } from './review.state.ts';
import { renderDeclarationText, renderSubheading } from './review.parts.ts';

/** Vouching and handing in, or why it was refused. */
export function renderHandIn(drawing: ReviewDrawing): TemplateResult | typeof nothing {
  const { state, summaryOnly } = drawing;
  if (summaryOnly) return nothing;
  if (state.kind === 'refused' || state.kind === 'rereading') return renderRefused(state, drawing);
  return isOpen(state) || state.kind === 'sending' ? renderDeclaration(drawing) : nothing;
}

function renderDeclaration(drawing: ReviewDrawing): TemplateResult {
  const { state, view, vow, texts, actions } = drawing;
  const { handIn } = texts;
  const isMissing = vow === 'missing';
  return html`<div class="part hand-in" part="hand-in">
    ${renderSubheading(handIn.heading, drawing)}
    ${isMissing ? html`<p class="error" id="missing" .textContent=${handIn.missing}></p>` : nothing}
    <div class="choice">
      <input
        type="checkbox"
        id="declaration"
        part="input"
        autocomplete="off"
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? 'missing' : nothing}
        .checked=${vow === 'given'}
        @change=${(event: Event) => actions.vow((event.target as HTMLInputElement).checked)}
      />
      <label for="declaration">${renderDeclarationText(drawing)}</label>
    </div>
    ${state.kind === 'unsent' ? renderUnsent(state.problem, drawing) : nothing}
    ${
      view && view.unread.length > 0
        ? html`<p class="error" id="unread" tabindex="-1" .textContent=${handIn.unread(view.unread)}></p>`
        : nothing
    }
    ${renderBusy('hand-in', handIn.button, state.kind === 'sending', actions.handIn)}
    ${state.kind === 'sending' ? html`<p class="measure" .textContent=${handIn.sending}></p>` : nothing}
  </div>`;
}

function renderUnsent(problem: IncomeProblemKind, drawing: ReviewDrawing): TemplateResult {
  return html`<div class="block unsent" part="problem">
    ${renderProblem(problem, drawing)}
    <p class="measure strong" .textContent=${afterFailure(problem, drawing.texts)}></p>
  </div>`;
}

function renderRefused(
  state: Extract<ReviewState, { kind: 'refused' | 'rereading' }>,
  drawing: ReviewDrawing,
): TemplateResult {
  const { texts, actions } = drawing;
  const { refused } = texts;
  const isReading = state.kind === 'rereading';
  return html`<div class="part hand-in" part="hand-in">
    <div class="block" id="refused" tabindex="-1">
      ${renderSubheading(refused.heading, drawing)}
      <p class="measure" .textContent=${refused.reasons[state.reason]}></p>
      <p class="measure" .textContent=${refused.stands}></p>
    </div>
    ${state.kind === 'refused' && state.problem ? renderProblem(state.problem, drawing) : nothing}
    ${renderBusy('reread', refused.again, isReading, actions.reread)}
    ${isReading ? html`<p class="measure" .textContent=${refused.reading}></p>` : nothing}
  </div>`;
}

export function renderProblem(
  problem: IncomeProblemKind,
  { texts, signIn }: Pick<ReviewDrawing, 'texts' | 'signIn'>,
): TemplateResult {
  return renderProblemBox(problem, {
    problems: texts.problems,
    signIn,
    signInText: texts.review.signIn,
  });
}

/** A button that keeps its focus while what it does is under way. */
function renderBusy(
  id: string,
  text: string,
  isBusy: boolean,
  press: (event: MouseEvent) => void,
): TemplateResult {
  return html`<button
    type="button"
    id=${id}
    class="main"
    part="button"
    aria-disabled=${isBusy ? 'true' : nothing}
    @click=${press}
  >
    <span .textContent=${text}></span>
  </button>`;
}
