import type { CorrectionReason } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import { renderButton } from '../button.ts';
import { renderReason } from '../reason-field.ts';
import { scaleFor } from './income-view.chart-view.ts';
import type { Drawing } from './income-view.drawing.ts';
import type { Entry } from './income-view.entries.ts';
import {
  toPaymentDetails,
  toPaymentLine,
  type AskedTime,
  type PaymentDetails,
} from './income-view.payment-view.ts';
import type { StepView } from './income-view.steps.ts';

/** One line, and what it is made of when it is opened. */
export function renderPayment(entry: Entry, time: AskedTime, drawing: Drawing): TemplateResult {
  const { texts, opened, depth, wayBack, actions } = drawing;
  const line = toPaymentLine(entry, texts);
  const isOpen = opened.get(line.key) ?? depth === 'details';
  const id = `details-${line.key}`;
  const isDisputed = reasonOf(entry, drawing) !== undefined;
  const isSought = wayBack?.key === line.key;
  const look = `line ${line.isPlanned ? 'planned' : 'paid'} ${isSought ? 'sought' : ''}`;
  return html`<li class=${look} part="payment">
    <button
      type="button"
      class="opener"
      id="payment-${line.key}"
      aria-expanded=${isOpen}
      aria-controls=${id}
      @click=${() => actions.togglePayment(line.key, !isOpen)}
    >
      <span class="what"><bdi .textContent=${line.name}></bdi></span>
      <span class="when quiet" .textContent=${line.when}></span>
      <span class="net" part="amount"><bdi .textContent=${line.amount}></bdi></span>
      <span class="cue" .textContent=${isOpen ? texts.payment.less : texts.payment.more}></span>
    </button>
    ${isOpen || line.plain === undefined ? nothing : html`<p class="plain quiet" .textContent=${line.plain}></p>`}
    ${line.notCounted === undefined ? nothing : html`<p class="not-counted" .textContent=${line.notCounted}></p>`}
    ${isDisputed && !isOpen ? html`<p class="strong" .textContent=${texts.dispute.disputed}></p>` : nothing}
    <div class="details" id=${id} ?hidden=${!isOpen}>
      ${isOpen ? renderDetails(entry, time, drawing) : nothing}
    </div>
  </li>`;
}

function renderDetails(entry: Entry, time: AskedTime, drawing: Drawing): TemplateResult {
  const { texts } = drawing;
  const { payment: words } = texts;
  const details = toPaymentDetails(entry, time, texts);
  return html`${renderAnswer(words.what, details.what)}
    <dl>${details.facts.map(([label, value]) => renderPair(label, value))}</dl>
    ${details.placed === undefined ? nothing : html`<p class="measure quiet" .textContent=${details.placed}></p>`}
    ${renderSteps(details.steps)}
    ${details.remarks.map((remark) => html`<p class="measure quiet" .textContent=${remark}></p>`)}
    ${details.deductions.length > 0 ? renderAnswer(words.deductionsHeading, details.deductions) : nothing}
    ${
      details.parts.length > 0
        ? html`<p class="strong question" .textContent=${words.partsHeading}></p>
            <dl>${details.parts.map(([name, value]) => renderPair(name, value))}</dl>`
        : nothing
    }
    ${renderAnswer(words.counts, [...whetherItCounts(entry, details, drawing), ...details.notes])}
    ${renderAnswer(words.contactHeading, [details.contact])} ${renderDispute(entry, drawing)}
    ${renderWayBack(entry, drawing)}`;
}

/** What the person says of it goes before the rule. */
function whetherItCounts(entry: Entry, { counts }: PaymentDetails, drawing: Drawing): string[] {
  const { texts, isBesideForm } = drawing;
  if (reasonOf(entry, drawing) !== undefined) return [texts.dispute.disputed];
  return entry.setAside || isBesideForm || counts === '' ? [counts] : [counts, texts.payment.unlessDisputed];
}

function reasonOf({ payment }: Entry, { deskFor }: Drawing): CorrectionReason | '' | undefined {
  return deskFor(payment.id)?.reasonOf(payment.id);
}

/** Where the payment stands in a form on the page, the person can say that it is wrong. */
function renderDispute(entry: Entry, drawing: Drawing): TemplateResult | typeof nothing {
  const { texts, actions, deskFor } = drawing;
  const { id, benefit, payer } = entry.payment;
  const desk = deskFor(id);
  if (!desk) return nothing;
  const about = `${benefit.name}, ${payer}`;
  const reason = reasonOf(entry, drawing);
  const text = reason === undefined ? texts.dispute.dispute : texts.dispute.agree;
  return html`<div class="dispute controls">
    ${renderButton({
      text,
      name: `${text}: ${about}`,
      look: 'secondary',
      // The second click of a double click is no wish of its own.
      press: ({ detail }) => {
        if (detail <= 1) actions.dispute(desk, id, reason === undefined ? '' : undefined);
      },
    })}
    ${
      reason === undefined
        ? nothing
        : renderReason({
            id: `dispute-${entry.key}`,
            about,
            value: reason,
            texts: texts.reason,
            reasons: texts.reasons,
            choose: (chosen) => actions.dispute(desk, id, chosen),
          })
    }
  </div>`;
}

function renderWayBack({ key }: Entry, { wayBack }: Drawing): TemplateResult | typeof nothing {
  if (wayBack?.key !== key) return nothing;
  return html`<p class="controls">
    ${renderButton({ text: wayBack.text, look: 'link', press: wayBack.go })}
  </p>`;
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
