import type { IncomeProblemKind } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Drawing } from './income-view.drawing.ts';

export function renderProblem(problem: IncomeProblemKind, { texts }: Pick<Drawing, 'texts'>): TemplateResult {
  const { heading, advice } = texts.problems[problem];
  return html`<div class="problem">
    <p class="strong" .textContent=${heading}></p>
    <p class="measure" .textContent=${advice}></p>
  </div>`;
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
