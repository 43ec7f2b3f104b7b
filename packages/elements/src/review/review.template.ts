import { html, nothing, type TemplateResult } from 'lit';
import { renderButton } from '../button.ts';
import { renderFrame } from '../frame.ts';
import type { ReviewDrawing } from './review.drawing.ts';
import { renderHandIn, renderProblem } from './review.hand-in-view.ts';
import { renderReceipt } from './review.receipt-view.ts';
import { renderSummary } from './review.summary-view.ts';

// What changes is written with `.textContent`: a translated page has other text nodes than the ones Lit remembers.

/** The whole element. */
export function renderReview(drawing: ReviewDrawing): TemplateResult {
  const { view, texts, headingLevel, announcement, actions } = drawing;
  return renderFrame(
    html`<section
      aria-labelledby="heading"
      lang=${texts.lang}
      @focusin=${({ target }: Event) => actions.arrive((target as Element).id)}
    >
      ${renderWayBack(drawing)}
      <div
        class="heading"
        id="heading"
        role="heading"
        tabindex="-1"
        aria-level=${headingLevel}
        .textContent=${headingOf(drawing)}
      ></div>
      ${renderStatus(drawing)} ${renderReceipt(drawing)} ${view ? renderSummary(view, drawing) : nothing}
      ${renderHandIn(drawing)}
      <p class="visually-hidden" aria-live="polite" .textContent=${announcement}></p>
    </section>`,
  );
}

function headingOf({ state, heading, texts }: ReviewDrawing): string {
  if (state.kind === 'handed-in') return texts.receipt.heading;
  if (state.kind === 'already') return texts.receipt.alreadyHeading;
  return heading || texts.review.heading;
}

/** Where there is nothing to read yet, or nothing may be shown. */
function renderStatus(drawing: ReviewDrawing): TemplateResult | typeof nothing {
  const { state, texts, actions } = drawing;
  const { review } = texts;
  const say = (text: string): TemplateResult => html`<p class="measure" .textContent=${text}></p>`;
  const retry = renderButton({ text: review.retry, look: 'secondary', id: 'retry', press: actions.retry });
  switch (state.kind) {
    case 'idle':
    case 'looking':
      return say(review.looking);
    case 'failed':
      return html`${say(review.failed)} ${renderProblem(state.problem, drawing)}
        <p>${retry}</p>`;
    case 'covered':
      return state.problem
        ? html`${renderProblem(state.problem, drawing)}
            <p>${retry}</p>`
        : say(review.covered);
    case 'ended':
      return renderProblem(state.problem, drawing);
    case 'ready':
      return drawing.summaryOnly ? nothing : say(review.intro);
    case 'sending':
    case 'unsent':
    case 'refused':
    case 'rereading':
    case 'handed-in':
    case 'already':
      return nothing;
  }
}

/** Stays in sight while the person changes something elsewhere on the page. */
function renderWayBack({ wayBack, texts, actions }: ReviewDrawing): TemplateResult | typeof nothing {
  if (!wayBack) return nothing;
  return html`<div class="way-back" popover="manual" part="way-back">
    ${renderButton({ text: texts.change.back, look: 'main', id: 'back', press: actions.goBack })}
  </div>`;
}
