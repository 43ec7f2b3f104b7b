import type { Period } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import { scaleFor } from './income-view.chart-view.ts';
import type { Drawing } from './income-view.drawing.ts';
import type { Entry } from './income-view.entries.ts';
import { toPaymentDetails, toPaymentLine, type StepView } from './income-view.payment-view.ts';

/** One line, and what it is made of when it is opened. */
export function renderPayment(entry: Entry, period: Period, drawing: Drawing): TemplateResult {
  const { texts, opened, actions } = drawing;
  const line = toPaymentLine(entry, texts);
  const isOpen = opened.has(line.key);
  const id = `details-${line.key}`;
  return html`<li class="line ${line.isPlanned ? 'planned' : 'paid'}" part="payment">
    <button
      type="button"
      class="opener"
      aria-expanded=${isOpen}
      aria-controls=${id}
      @click=${() => actions.togglePayment(line.key)}
    >
      <span class="what"><bdi .textContent=${line.name}></bdi></span>
      <span class="when quiet" .textContent=${line.when}></span>
      <span class="net" part="amount"><bdi .textContent=${line.amount}></bdi></span>
      <span class="cue" .textContent=${isOpen ? texts.payment.less : texts.payment.more}></span>
    </button>
    ${isOpen || line.plain === undefined ? nothing : html`<p class="plain quiet" .textContent=${line.plain}></p>`}
    ${line.notCounted === undefined ? nothing : html`<p class="not-counted" .textContent=${line.notCounted}></p>`}
    <div class="details" id=${id} ?hidden=${!isOpen}>
      ${isOpen ? renderDetails(entry, period, drawing) : nothing}
    </div>
  </li>`;
}

function renderDetails(entry: Entry, period: Period, { texts }: Drawing): TemplateResult {
  const { payment: words } = texts;
  const details = toPaymentDetails(entry, period, texts);
  return html`${renderAnswer(words.what, details.what)}
    <dl>${details.facts.map(([label, value]) => renderPair(label, value))}</dl>
    ${renderSteps(details.steps)}
    ${details.remark === undefined ? nothing : html`<p class="measure quiet" .textContent=${details.remark}></p>`}
    ${details.deductions.length > 0 ? renderAnswer(words.deductionsHeading, details.deductions) : nothing}
    ${
      details.parts.length > 0
        ? html`<p class="strong question" .textContent=${words.partsHeading}></p>
            <dl>${details.parts.map(([name, value]) => renderPair(name, value))}</dl>`
        : nothing
    }
    ${renderAnswer(words.counts, [details.counts, ...details.notes])}
    ${renderAnswer(words.contactHeading, [details.contact])}`;
}

function renderAnswer(question: string, sentences: readonly string[]): TemplateResult {
  return html`<p class="strong question" .textContent=${question}></p>
    ${sentences.map((sentence) => html`<p class="measure" .textContent=${sentence}></p>`)}`;
}

function renderPair(label: string, value: string): TemplateResult {
  return html`<div>
    <dt><bdi .textContent=${label}></bdi></dt>
    <dd><bdi .textContent=${value}></bdi></dd>
  </div>`;
}

/** From before tax down to what the person got, as text with a bar under each line. The bars say nothing more. */
function renderSteps(steps: readonly StepView[]): TemplateResult {
  const scale = scaleFor(steps.flatMap(({ bar }) => bar ?? []));
  return html`<dl class="steps">
    ${steps.map(
      ({ label, amount, kind, bar }) =>
        html`<div class=${kind}>
          <dt><bdi .textContent=${label}></bdi></dt>
          <dd>
            <bdi .textContent=${amount}></bdi>
            ${bar ? renderBar(kind, scale(bar[1], bar[0])) : nothing}
          </dd>
        </div>`,
    )}
  </dl>`;
}

function renderBar(kind: StepView['kind'], { x, width }: { x: number; width: number }): TemplateResult {
  return html`<svg class="step-bar" aria-hidden="true" width="100%" height="10">
    <rect class=${kind} x="${x}%" y="1" width="${width}%" height="8" />
  </svg>`;
}
