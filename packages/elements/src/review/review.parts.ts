import { html, nothing, type TemplateResult } from 'lit';
import { renderButton } from '../button.ts';
import type { ReviewDrawing } from './review.drawing.ts';

/** What has been handed in is not changed any more. */
export function isChangeable({ state }: Pick<ReviewDrawing, 'state'>): boolean {
  return state.kind !== 'handed-in';
}

export function renderSubheading(text: string, { headingLevel }: ReviewDrawing): TemplateResult {
  return html`<div
    class="subheading"
    role="heading"
    aria-level=${headingLevel + 1}
    .textContent=${text}
  ></div>`;
}

/** What the person vouches for: the page's words, or ours. */
export function renderDeclarationText({ declaration, texts }: ReviewDrawing): TemplateResult {
  return html`<slot name="declaration"
    ><span .textContent=${declaration || texts.handIn.declaration}></span
  ></slot>`;
}

/** A button that leads to where this is changed. */
export function renderChange(key: string, label: string, drawing: ReviewDrawing): unknown {
  const { texts, canChange, actions } = drawing;
  if (!canChange || !isChangeable(drawing)) return nothing;
  return renderButton({
    id: `change-${key}`,
    text: texts.change.row,
    name: `${texts.change.row} ${label}`,
    look: 'link',
    press: () => actions.change({ key, label }),
  });
}
