import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PaymentViewer } from '../provider/shared.ts';
import type { Drawing } from './prefill.actions.ts';
import { renderButton } from '../button.ts';
import { renderReason } from '../reason-field.ts';
import type { PaymentView } from './prefill.payment-view.ts';
import type { RowView } from './prefill.row-view.ts';

/** One amount opens to what it is made of: in the view beside the form, else here. */
export function renderPayments(row: RowView, drawing: Drawing): TemplateResult | typeof nothing {
  if (row.payments.length === 0) return nothing;
  const viewer = drawing.viewerFor(row.payments.map(({ id }) => id));
  return viewer ? renderWayTo(viewer, row, drawing) : renderOpener(row, drawing);
}

function renderWayTo(viewer: PaymentViewer, row: RowView, { texts, actions }: Drawing): TemplateResult {
  const id = `behind-${row.key}`;
  const back = { text: texts.payment.backTo(row.label), go: () => actions.goTo(id) };
  return renderButton({
    id,
    text: texts.payment.behind,
    name: `${texts.payment.behind}: ${row.label}`,
    look: 'link',
    press: () =>
      viewer.show(
        row.payments.map((payment) => payment.id),
        back,
      ),
  });
}

function renderOpener(row: RowView, drawing: Drawing): TemplateResult {
  const { texts, actions, open } = drawing;
  const isOpen = open.has(row.key);
  return html`<button
      type="button"
      class="link"
      part="link-button"
      aria-expanded=${isOpen}
      aria-controls="payments-${row.key}"
      aria-label="${isOpen ? texts.payment.close : texts.payment.open(row.payments.length)}: ${row.label}"
      .textContent=${isOpen ? texts.payment.close : texts.payment.open(row.payments.length)}
      @click=${() => actions.toggle(row.key)}
    ></button>
    <div class="payments" id="payments-${row.key}" ?hidden=${!isOpen}>
      ${
        isOpen
          ? repeat(
              row.payments,
              ({ id }) => id,
              (payment) => renderPayment(payment, drawing),
            )
          : nothing
      }
    </div>`;
}

function renderPayment(payment: PaymentView, drawing: Drawing): TemplateResult {
  const { texts, actions, disabled } = drawing;
  const { id, heading, isDisputed, reason } = payment;
  const act = isDisputed ? texts.payment.agree : texts.payment.dispute;
  return html`<div class="payment" part="payment" role="group" aria-label=${heading}>
    <p class="strong" .textContent=${heading}></p>
    ${payment.change === undefined ? nothing : html`<p .textContent=${payment.change}></p>`}
    <dl>
      ${payment.lines.map(
        ([label, value]) =>
          html`<div>
            <dt .textContent=${label}></dt>
            <dd><bdi .textContent=${value}></bdi></dd>
          </div>`,
      )}
    </dl>
    <p class="quiet" .textContent=${payment.why}></p>
    ${renderButton({
      text: act,
      name: `${act}: ${heading}`,
      look: 'secondary',
      disabled,
      // The second click of a double click is no wish of its own.
      press: ({ detail }) => {
        if (detail <= 1) actions.dispute(id, isDisputed ? undefined : '');
      },
    })}
    ${
      isDisputed
        ? html`<p class="strong" .textContent=${texts.payment.disputed}></p>
            ${renderReason({
              id: `dispute-${id}`,
              about: heading,
              value: reason,
              disabled,
              texts: texts.row,
              reasons: texts.reasons,
              choose: (chosen) => actions.dispute(id, chosen),
            })}`
        : nothing
    }
  </div>`;
}
