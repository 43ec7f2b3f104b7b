import { html } from 'hono/html';
import { formatAmount, formatDate, type Ore } from '@medborgarnavet/model';
import type { HandedInContent, HandedInPayment, HandedInRow } from './handed-in.schema.ts';
import type { Html } from './handed-in-html.ts';

type Disputed = HandedInRow['bestridda'][number];

/** The rows, what the person has added, and what all of it comes to. */
export function renderIncomes(handedIn: HandedInContent): Html {
  const { harInkomster } = handedIn;
  return html`${
    harInkomster === undefined
      ? ''
      : html`<p>
          Har du några inkomster? <span class="strong">${{ ja: 'Ja', nej: 'Nej' }[harInkomster]}</span>
        </p>`
  }
  ${renderRows(handedIn)} ${renderOwn(handedIn)} ${renderSum(handedIn)}`;
}

function renderRows({ rader, hamtning }: HandedInContent): Html {
  if (rader.length === 0)
    return html`<p>
      ${hamtning ? 'Ingen rad har något belopp.' : 'Sökanden har inte skrivit något belopp på någon rad.'}
    </p>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Inkomst</th>
        <th scope="col">Hämtat från</th>
        <th scope="col" class="number">Hämtat belopp</th>
        <th scope="col" class="number">Sökandens belopp</th>
        <th scope="col" class="number">Gäller</th>
        <th scope="col" class="words">Orsak och kommentar</th>
      </tr>
    </thead>
    <tbody>
      ${rader.map(renderRow)}
    </tbody>
  </table>`;
}

function renderRow({ benamning, hamtat, rattat, galler, orsak, kommentar, bestridda }: HandedInRow): Html {
  const missing = 'saknas' in hamtat;
  return html`<tr>
    <th scope="row">${benamning}</th>
    <td class="name">${missing ? quiet('–') : hamtat.fran.map((name) => html`<p><bdi>${name}</bdi></p>`)}</td>
    <td class="number">${missing ? renderMissing(hamtat.saknas) : renderAmount(hamtat.belopp)}</td>
    <td class="number">${renderAmount(rattat, missing ? 'Inget skrivet' : 'Inte ändrat')}</td>
    <td class="number strong">${renderAmount(galler, 'Inget belopp')}</td>
    <td>
      ${orsak === undefined ? '' : html`<p>${orsak.text}</p>`}
      ${kommentar === undefined ? '' : html`<p class="said"><bdi class="as-written">${kommentar}</bdi></p>`}
      ${bestridda.map(renderDisputed)}
    </td>
  </tr>`;
}

/** What could not be checked stands out from what was not there. */
function renderMissing({ kod, text }: { readonly kod: string; readonly text: string }): Html {
  return kod === 'unchecked' ? html`<span class="strong">${text}</span>` : quiet(text);
}

function renderDisputed({ forman, betalare, datum, netto, orsak }: Disputed): Html {
  const day = datum === undefined ? 'utan datum' : formatDate(datum);
  return html`<p>
    <span class="strong">Bestrids:</span> <bdi>${forman.namn}</bdi>, <bdi>${betalare}</bdi>, ${day},
    ${formatAmount(netto)}${orsak === undefined ? '' : `. ${orsak.text}`}
  </p>`;
}

/** What the person has added. */
function renderOwn({ egnaInkomster }: HandedInContent): Html {
  if (egnaInkomster.length === 0) return html``;
  return html`<h2>Inkomster som sökanden har lagt till</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Inkomst</th>
          <th scope="col">Fick pengarna</th>
          <th scope="col" class="number">Belopp</th>
        </tr>
      </thead>
      <tbody>
        ${egnaInkomster.map(
          ({ typ, belopp, datum }) =>
            html`<tr>
              <th scope="row">${typ?.text ?? 'Inkomst'}</th>
              <td>${datum === undefined ? quiet('Inget datum') : formatDate(datum)}</td>
              <td class="number strong">${renderAmount(belopp, 'Inget belopp')}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** A sum that may be too low says so. */
function renderSum({ summa, summaKanVaraForLag, hamtning }: HandedInContent): Html {
  const why = hamtning
    ? 'Summan kan vara för låg, eftersom allt inte har kontrollerats.'
    : 'Summan kan vara för låg, eftersom inget har kontrollerats hos myndigheterna.';
  return html`<p class="sum"><span>Summa av det som gäller</span> ${renderAmount(summa, 'Inget belopp')}</p>
    ${summaKanVaraForLag ? html`<p class="strong">${why}</p>` : ''}`;
}

/** What was retrieved and is in no row. */
export function renderSetAside({ hamtatMenInteMedraknat: aside }: HandedInContent): Html {
  if (aside.length === 0) return html``;
  return html`<h2>Hämtat men inte medräknat</h2>
    <table class="payments">
      <thead>
        <tr>
          <th scope="col">Utbetald</th>
          <th scope="col">Förmån och betalare</th>
          <th scope="col">För tiden</th>
          <th scope="col" class="number">Netto</th>
          <th scope="col">Varför</th>
        </tr>
      </thead>
      <tbody>
        ${aside.map(
          ({ utbetalning, orsak }) =>
            html`<tr>
              ${renderWhich(utbetalning)}
              <td class="number">${renderAmount(utbetalning.netto)}</td>
              <td>${orsak.text}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** The payments that the retrieved amounts are the sums of. */
export function renderPayments({ rader }: HandedInContent): Html {
  const retrieved = rader.filter(({ utbetalningar }) => utbetalningar.length > 0);
  if (retrieved.length === 0) return html``;
  return html`<h2>Utbetalningarna bakom de hämtade beloppen</h2>
    <table class="payments">
      <thead>
        <tr>
          <th scope="col">Utbetald</th>
          <th scope="col">Förmån och betalare</th>
          <th scope="col">För tiden</th>
          <th scope="col" class="number">Före skatt</th>
          <th scope="col" class="number">Skatt</th>
          <th scope="col" class="number">Avdrag</th>
          <th scope="col" class="number">Netto</th>
        </tr>
      </thead>
      ${retrieved.map(
        ({ benamning, utbetalningar }) =>
          html`<tbody>
            <tr>
              <th scope="rowgroup" colspan="7">${benamning}</th>
            </tr>
            ${utbetalningar.map(renderPayment)}
          </tbody>`,
      )}
    </table>`;
}

function renderPayment(payment: HandedInPayment): Html {
  const { brutto, skatt, avdrag, netto } = payment;
  return html`<tr>
    ${renderWhich(payment)}
    <td class="number">${renderAmount(brutto)}</td>
    <td class="number">${renderAmount(skatt)}</td>
    <td class="number">
      ${avdrag.length === 0 ? quiet('–') : ''}
      ${avdrag.map(({ namn, belopp }) => html`<p><bdi>${namn}</bdi> ${renderAmount(belopp)}</p>`)}
    </td>
    <td class="number strong">${renderAmount(netto)}</td>
  </tr>`;
}

/** The day, what and who, and the time that it is for: three cells. Days as figures, so that a column of them can be read. */
function renderWhich({ datum, status, forman, betalare, period }: HandedInPayment): Html {
  return html`<td>
      ${datum === undefined ? quiet('Inget datum') : renderDay(datum)}
      ${status.kod === 'planned' ? html`<p>${status.text}</p>` : ''}
    </td>
    <td class="name"><bdi>${forman.namn}</bdi>, <bdi>${betalare}</bdi></td>
    <td>
      ${period === undefined ? quiet('–') : html`${renderDay(period.fran)}–<wbr />${renderDay(period.till)}`}
    </td>`;
}

function renderDay(day = ''): Html {
  return html`<span class="day">${day}</span>`;
}

/** Never a made-up zero. */
function renderAmount(amount: Ore | undefined, otherwise = '–'): Html {
  return amount === undefined ? quiet(otherwise) : html`<span class="amount">${formatAmount(amount)}</span>`;
}

function quiet(text: string): Html {
  return html`<span class="quiet">${text}</span>`;
}
