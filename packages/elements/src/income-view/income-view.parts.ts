import type { IncomeProblemKind } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import { renderProblemBox } from '../problem-box.ts';
import type { Drawing } from './income-view.drawing.ts';

export function renderProblem(
  problem: IncomeProblemKind,
  { texts, signIn }: Pick<Drawing, 'texts' | 'signIn'>,
): TemplateResult {
  return renderProblemBox(problem, { problems: texts.problems, signIn, signInText: texts.signIn });
}

/** Of a part of the element. With an id it can have focus. */
export function renderHeading(text: string, drawing: Drawing, id?: string): TemplateResult {
  return html`<div
    class="subheading"
    id=${id ?? nothing}
    role="heading"
    tabindex=${id === undefined ? nothing : -1}
    aria-level=${drawing.headingLevel + 1}
    .textContent=${text}
  ></div>`;
}
