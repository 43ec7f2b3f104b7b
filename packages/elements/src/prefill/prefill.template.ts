import { html, nothing, type TemplateResult } from 'lit';
import { renderFrame } from '../frame.ts';
import type { Drawing } from './prefill.actions.ts';
import { renderFaultSummary } from './prefill.fault-summary.ts';
import { renderFetchBox } from './prefill.fetch-box.ts';
import { renderOwnIncomes } from './prefill.own-incomes.ts';
import { renderQuestion } from './prefill.question.ts';
import { renderGroups, renderSetAside } from './prefill.rows.ts';
import type { PrefillState } from './prefill.state.ts';
import type { PrefillView } from './prefill.view-model.ts';
import type { Written } from './prefill.written.ts';

export interface PrefillDrawing extends Drawing {
  readonly state: PrefillState;
  readonly isSlow: boolean;
  readonly view: PrefillView;
  readonly written: Written;
  /** In place of the ordinary one. */
  readonly heading: string;
  /** As the attribute has it. */
  readonly period: string;
  readonly signIn: string;
  /** Whether "Har du några inkomster?" is asked. */
  readonly asksIfAny: boolean;
  /** The form was stopped here. */
  readonly isRefused: boolean;
  /** The page has fields of its own for the rows. */
  readonly fillsHostFields: boolean;
  /** What was just done, for a person who does not see it; the same stands where it was done. */
  readonly announcement: string;
}

/** The whole element. */
export function renderPrefill(drawing: PrefillDrawing): TemplateResult {
  const { texts, headingLevel, state, fillsHostFields } = drawing;
  return renderFrame(
    html`<section aria-labelledby="heading" lang=${texts.lang}>
      <div
        class="heading"
        id="heading"
        role="heading"
        aria-level=${headingLevel}
        .textContent=${drawing.heading || texts.prefill.heading}
      ></div>
      ${renderFetchBox(drawing)} ${state.kind === 'covered' ? nothing : renderQuestions(drawing)}
      ${fillsHostFields ? html`<div class="group" ?hidden=${state.kind === 'covered'}><slot></slot></div>` : nothing}
      ${state.kind === 'covered' ? nothing : renderForm(drawing)}
      <p class="visually-hidden" aria-live="polite" .textContent=${drawing.announcement}></p>
    </section>`,
  );
}

function renderQuestions(drawing: PrefillDrawing): TemplateResult {
  const { view, written, asksIfAny, isRefused } = drawing;
  return html`${renderFaultSummary(view, drawing, isRefused)}
  ${asksIfAny ? renderQuestion(written.hasIncome, view, drawing) : nothing}`;
}

function renderForm(drawing: PrefillDrawing): TemplateResult {
  const { view, written, fillsHostFields } = drawing;
  return html`${fillsHostFields ? renderRest(drawing) : renderGroups(view, drawing)}
  ${fillsHostFields && written.own.length === 0 ? nothing : renderOwnIncomes(written.own, view, drawing)}
  ${renderTotal(drawing)} ${renderSetAside(view, drawing)}`;
}

/** What the page has no field for. */
function renderRest(drawing: PrefillDrawing): TemplateResult | typeof nothing {
  const { view, texts, headingLevel } = drawing;
  if (view.groups.length === 0) return nothing;
  return html`<div class="group" role="group" aria-labelledby="rest">
    <div
      class="subheading"
      id="rest"
      role="heading"
      aria-level=${headingLevel + 1}
      .textContent=${texts.fills.rest}
    ></div>
    ${renderGroups(view, drawing)}
  </div>`;
}

function renderTotal({ view, texts }: PrefillDrawing): TemplateResult | typeof nothing {
  if (!view.total) return nothing;
  const { text, lacks, isIncomplete } = view.total;
  return html`<div class="total" part="total">
    ${text === undefined ? nothing : html`<p class="strong" .textContent=${text}></p>`}
    ${lacks === undefined ? nothing : html`<p .textContent=${lacks}></p>`}
    ${isIncomplete ? html`<p .textContent=${texts.prefill.totalIncomplete}></p>` : nothing}
  </div>`;
}
