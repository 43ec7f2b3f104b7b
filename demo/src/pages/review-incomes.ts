import { html } from 'hono/html';
import {
  formatAmount,
  formatDate,
  type MissingIncome,
  type Ore,
  type Payment,
  type ReviewedLine,
} from '@medborgarnavet/model';
import type { IncomeSummary } from '../income-summary.ts';
import { OWN_INCOMES, REASONS } from '@medborgarnavet/host';
import type { Html } from '../layout.ts';
import { tellSetAside } from '../set-aside.ts';

const MISSING: Readonly<Record<MissingIncome, string>> = {
  nothing: 'Inget att visa',
  unchecked: 'Kunde inte kontrolleras',
  'not-fetched': 'Inte hämtat',
};

/** The incomes before they are handed in: retrieved and own amounts told apart, and what counts. */
export function renderIncomes(summary: IncomeSummary): Html {
  const { statement, hasIncome, lines, setAside } = summary;
  return html`${renderUnchecked(summary)}
  ${hasIncome === undefined ? '' : html`<p>Har du några inkomster? ${hasIncome === 'yes' ? 'Ja' : 'Nej'}.</p>`}
  ${statement ? '' : html`<p>Det finns inga hämtade uppgifter för den här månaden.</p>`}
  ${
    lines.length > 0
      ? html`<ul class="income-lines">
          ${lines.map(renderLine)}
        </ul>`
      : tellOfNoLines(summary).map((text) => html`<p>${text}</p>`)
  }
  ${renderOwn(summary)} ${renderTotal(summary)}
  ${
    setAside.length > 0
      ? html`<h3>Hämtat men inte medräknat</h3>
          <ul>
            ${tellSetAside(setAside).map((text) => html`<li>${text}</li>`)}
          </ul>`
      : ''
  }`;
}

function tellOfNoLines({ statement, setAside, own, freeText }: IncomeSummary): readonly string[] {
  if (setAside.length > 0) return ['Inget av det som hämtades räknas med.'];
  if (statement) return ['Det finns inga hämtade inkomster att visa.'];
  return freeText === '' && own.length === 0 ? ['Du har inte skrivit några inkomster själv.'] : [];
}

/** Nothing found and not able to look are never told in the same words. */
function renderUnchecked({ statement, unchecked }: IncomeSummary): Html {
  if (unchecked.length === 0) return html``;
  const all = statement?.sources.every(({ verdict }) => verdict === 'unchecked');
  return html`<div class="notice">
    <p>
      <span class="strong">${all ? 'Inget kunde kontrolleras.' : 'En del kunde inte kontrolleras.'}</span> Vi
      vet inte om du har fått pengar från:
    </p>
    <ul>
      ${unchecked.map((name) => html`<li>${name}</li>`)}
    </ul>
    <p>
      Har du fått pengar därifrån? Fyll i beloppet själv under Inkomster. Finns det redan ett belopp på raden
      skriver du hela summan.
    </p>
  </div>`;
}

function renderLine(line: ReviewedLine): Html {
  const { label, retrieved, missing, payers, corrected, reason, comment, disputed, effective } = line;
  return html`<li>
    <h3>${label}</h3>
    <dl>
      <div>
        <dt>Hämtat</dt>
        <dd>
          ${renderAmount(retrieved, missing === undefined ? '' : MISSING[missing])}
          ${retrieved === undefined ? '' : html`<span class="payer">Från ${payers.join(', ')}</span>`}
        </dd>
      </div>
      <div>
        <dt>Ditt belopp</dt>
        <dd>
          ${renderAmount(corrected, retrieved === undefined ? 'Inget skrivet' : 'Inte ändrat')}
          ${reason === undefined ? '' : html`<span class="payer">${REASONS[reason]}</span>`}
        </dd>
      </div>
      <div>
        <dt>Kommentar</dt>
        <dd>${comment ?? html`<span class="quiet">Ingen</span>`}</dd>
      </div>
      ${
        disputed.length === 0
          ? ''
          : html`<div>
              <dt>Stämmer inte</dt>
              ${disputed.map(
                ({ payment, reason: why }) =>
                  html`<dd>${tellPayment(payment)}${why === undefined ? '' : `. ${REASONS[why]}`}</dd>`,
              )}
            </div>`
      }
      <div class="counts">
        <dt>Räknas</dt>
        <dd>${renderAmount(effective, 'Inget belopp')}</dd>
      </div>
    </dl>
  </li>`;
}

/** What the person has added. */
function renderOwn({ own }: IncomeSummary): Html {
  if (own.length === 0) return html``;
  return html`<h3>Egna inkomster</h3>
    <ul>
      ${own.map(({ type, amount, date }) => {
        const what = type === undefined ? 'Inkomst' : OWN_INCOMES[type];
        const when = date === undefined ? '' : `, ${formatDate(date)}`;
        return html`<li>${what}${when}: ${renderAmount(amount, 'inget belopp')}</li>`;
      })}
    </ul>`;
}

/** A sum that may be too low says so. */
function renderTotal({ total, unchecked }: IncomeSummary): Html {
  if (total === undefined) return html``;
  return html`<p class="strong">Summa av det som räknas: ${formatAmount(total)}</p>
    ${unchecked.length > 0 ? html`<p>Summan kan vara för låg, eftersom allt inte har kontrollerats.</p>` : ''}`;
}

function tellPayment({ benefit, date, net }: Payment): string {
  return `${benefit.name}${date === undefined ? '' : `, ${formatDate(date)}`}: ${formatAmount(net)}`;
}

/** Never a made-up zero. */
function renderAmount(amount: Ore | undefined, otherwise: string): Html {
  return amount === undefined
    ? html`<span class="quiet">${otherwise}</span>`
    : html`<span class="amount">${formatAmount(amount)}</span>`;
}
