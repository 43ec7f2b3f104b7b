import { html } from 'hono/html';
import { formatAmount, type Ore, type SetAside, type SetAsideReason } from '@medborgarnavet/model';
import type { IncomeLine, IncomeSummary } from '../income-summary.ts';
import type { Html } from '../layout.ts';

const SET_ASIDE: Readonly<Record<SetAsideReason, string>> = {
  'other-period': 'betalas en annan månad',
  undated: 'har inget datum',
  planned: 'är inte utbetalt än',
  'possible-duplicate': 'räknas redan på en annan rad',
  'no-row': 'har ingen rad i formuläret',
};

/** The incomes before they are handed in: retrieved and own amounts told apart, and what counts. */
export function renderIncomes(summary: IncomeSummary): Html {
  const { statement, lines, setAside, freeText, notices } = summary;
  return html`${notices.map((notice) => html`<p class="notice">${notice}</p>`)} ${renderUnchecked(summary)}
  ${statement ? '' : html`<p>Inga uppgifter har hämtats från myndigheterna för den här månaden.</p>`}
  ${
    lines.length > 0
      ? html`<ul class="income-lines">
          ${lines.map(renderLine)}
        </ul>`
      : html`<p>
          ${statement ? 'Det finns inga inkomster att visa.' : 'Du har inte skrivit några inkomster själv.'}
        </p>`
  }
  ${
    freeText === ''
      ? ''
      : html`<dl class="answers">
          <div>
            <dt>Dina inkomster</dt>
            <dd class="as-written">${freeText}</dd>
          </div>
        </dl>`
  }
  ${setAside.length > 0 ? renderSetAside(setAside) : ''}`;
}

/** Nothing found and not able to look are never told in the same words. */
function renderUnchecked({ unchecked }: IncomeSummary): Html {
  if (unchecked.length === 0) return html``;
  return html`<div class="notice">
    <p><span class="strong">Allt gick inte att kontrollera.</span> Vi vet inte om du har fått pengar från:</p>
    <ul>
      ${unchecked.map((name) => html`<li>${name}</li>`)}
    </ul>
    <p>Har du fått pengar därifrån? Fyll i beloppet själv under Inkomster.</p>
  </div>`;
}

function renderLine({ label, retrieved, payers, corrected, comment, effective }: IncomeLine): Html {
  return html`<li>
    <h3>${label}</h3>
    <dl>
      <div>
        <dt>Hämtat</dt>
        <dd>${renderAmount(retrieved)} ${retrieved === undefined ? '' : renderPayers(payers)}</dd>
      </div>
      <div>
        <dt>Ditt belopp</dt>
        <dd>${renderAmount(corrected)}</dd>
      </div>
      <div>
        <dt>Kommentar</dt>
        <dd>${comment ?? html`<span class="quiet">Ingen</span>`}</dd>
      </div>
      <div class="counts">
        <dt>Räknas</dt>
        <dd>${renderAmount(effective)}</dd>
      </div>
    </dl>
  </li>`;
}

function renderAmount(amount: Ore | undefined): Html {
  return amount === undefined
    ? html`<span class="quiet">Inget</span>`
    : html`<span class="amount">${formatAmount(amount)}</span>`;
}

function renderPayers(payers: readonly string[]): Html {
  return html`<span class="payer">Från ${payers.join(', ')}</span>`;
}

function renderSetAside(setAside: readonly SetAside[]): Html {
  return html`<h3>Hämtat men inte medräknat</h3>
    <ul>
      ${setAside.map(
        ({ payment, reason }) =>
          html`<li>
            ${payment.benefit.name}, ${payment.payer}, ${formatAmount(payment.net)}: ${SET_ASIDE[reason]}.
          </li>`,
      )}
    </ul>`;
}
