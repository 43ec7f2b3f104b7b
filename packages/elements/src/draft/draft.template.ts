import { html, nothing, type TemplateResult } from 'lit';
import { renderButton } from '../button.ts';
import { renderFrame } from '../frame.ts';
import type { DraftActions } from './draft.actions.ts';
import { renderConflict, type ConflictDrawing } from './draft.conflict-view.ts';
import { isSilent, type DraftState } from './draft.state.ts';
import type { DraftView } from './draft.view-model.ts';

export interface DraftDrawing extends Omit<ConflictDrawing, 'choose' | 'settle'> {
  readonly state: DraftState;
  readonly view: DraftView;
  /** In place of the ordinary one. */
  readonly heading: string;
  readonly signIn: string;
  /** The person has asked to delete, and has not said for certain. */
  readonly isDeleting: boolean;
  readonly actions: DraftActions;
}

/** The whole element. */
export function renderDraft(drawing: DraftDrawing): TemplateResult {
  const { state, view, texts, headingLevel, questions, actions } = drawing;
  return renderFrame(
    html`<section aria-labelledby="heading" lang=${texts.lang} ?hidden=${isSilent(state)}>
      <div
        class="heading"
        id="heading"
        role="heading"
        aria-level=${headingLevel}
        .textContent=${drawing.heading || texts.draft.heading}
      ></div>
      ${renderStatus(drawing)}
      ${state.kind === 'conflict' && questions.length > 0 ? renderConflict({ ...drawing, ...actions }) : nothing}
      ${state.kind === 'gone' || state.kind === 'left' ? renderGone(drawing) : nothing}
      ${view.resumed === undefined ? nothing : renderResumed(drawing)} ${renderFacts(view)}
      ${view.mayDelete ? renderDelete(drawing) : nothing}
      <p class="visually-hidden" aria-live="polite" .textContent=${view.announcement}></p>
    </section>`,
  );
}

function renderStatus({ state, view, isStopped, signIn, texts, actions }: DraftDrawing): TemplateResult {
  return html`<div
      class=${view.isTrouble ? 'status problem' : 'status'}
      part="status"
      id="status"
      tabindex="-1"
    >
      <p class="strong" .textContent=${view.status}></p>
      ${view.advice.map((text) => html`<p class="measure" .textContent=${text}></p>`)}
      ${
        isStopped && state.kind === 'gone'
          ? html`<p class="error" .textContent=${texts.gone.stopped}></p>`
          : nothing
      }
      ${
        view.offersSignIn && signIn !== ''
          ? html`<p>
              <a href=${signIn}><span .textContent=${texts.draft.signIn}></span></a>
            </p>`
          : nothing
      }
    </div>
    ${
      view.offersRetry
        ? html`<p>${renderButton({ text: texts.draft.retry, look: 'secondary', press: actions.retry })}</p>`
        : nothing
    }`;
}

function renderGone({ state, texts, actions }: DraftDrawing): TemplateResult {
  const { gone } = texts;
  return html`<div class="buttons">
    ${renderButton({ text: gone.again, look: 'main', press: actions.saveAgain })}
    ${
      state.kind === 'gone'
        ? renderButton({ text: gone.leave, look: 'secondary', press: actions.leave })
        : nothing
    }
  </div>`;
}

function renderResumed({ view, texts, actions }: DraftDrawing): TemplateResult {
  const { resumed } = texts;
  return html`<div class="block" part="resumed">
    <p class="strong" .textContent=${view.resumed ?? ''}></p>
    ${
      view.offersFetch
        ? html`<p class="measure" .textContent=${resumed.fetchAdvice}></p>
            ${renderButton({ text: resumed.fetch, look: 'secondary', press: actions.fetch })}`
        : nothing
    }
  </div>`;
}

function renderFacts({ expiry, facts }: DraftView): TemplateResult | typeof nothing {
  if (!expiry && facts.length === 0) return nothing;
  return html`<div class="facts" part="facts">
    ${
      expiry
        ? html`<p class=${expiry.isSoon ? 'measure soon' : 'measure'} .textContent=${expiry.text}></p>`
        : nothing
    }
    ${facts.map((fact) => html`<p class="measure quiet" .textContent=${fact}></p>`)}
  </div>`;
}

function renderDelete({ isDeleting, texts, actions }: DraftDrawing): TemplateResult {
  const words = texts.delete;
  if (!isDeleting)
    return html`<div>
      ${renderButton({ text: words.button, look: 'secondary', id: 'delete', press: actions.askToDelete })}
    </div>`;
  return html`<div
    class="block"
    role="group"
    aria-labelledby="question"
    aria-describedby="consequence retrieved"
  >
    <p class="strong" id="question" .textContent=${words.question}></p>
    <p class="measure" id="consequence" .textContent=${words.consequence}></p>
    <p class="measure" id="retrieved" .textContent=${words.retrieved}></p>
    <div class="buttons">
      ${renderButton({ text: words.yes, look: 'main', id: 'yes', press: actions.delete })}
      ${renderButton({ text: words.no, look: 'secondary', id: 'no', press: actions.keep })}
    </div>
  </div>`;
}
