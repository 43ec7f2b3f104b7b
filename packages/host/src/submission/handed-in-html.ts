import { html, raw } from 'hono/html';
import { formatDate, formatInstant } from '@medborgarnavet/model';
import type { HandedInContent, HandedInSource } from './handed-in.schema.ts';
import { renderIncomes, renderPayments, renderSetAside } from './handed-in-html-incomes.ts';
import { STYLE } from './handed-in-style.ts';
import { tellLevel } from './handed-in-words.ts';

export type Html = ReturnType<typeof html>;

/** Nothing is loaded and nothing runs, whatever somebody has written in a field. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * The document as a page for people: Swedish, to be read on a screen or printed on A4, in need of nothing else. All that
 * somebody has written is text in it, and what turns the direction of writing ends where that text ends.
 */
export function renderHandedInHtml(handedIn: HandedInContent): string {
  const { referens, kommun } = handedIn;
  const page = html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Inlämnad ansökan ${referens} – ${kommun}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <p class="over">${kommun} · Ekonomiskt bistånd</p>
          <h1>Inlämnad ansökan</h1>
          ${renderFacts(handedIn)} ${renderUnchecked(handedIn)}
          <h2>Inkomster</h2>
          ${renderIncomes(handedIn)} ${renderInWords(handedIn)} ${renderSetAside(handedIn)}
          ${renderSources(handedIn)} ${renderPayments(handedIn)}
          ${renderOther(handedIn)}${renderUnknown(handedIn)} ${renderDeclaration(handedIn)}
          ${renderFooter(handedIn)}
        </main>
      </body>
    </html> `;
  // Nothing in it is waited for, so it is no promise.
  return `${(page as string).trim()}\n`;
}

function renderFacts(content: HandedInContent): Html {
  const { referens, inlamnad, sokande, period, hamtning } = content;
  const { personnummer, inloggning } = sokande;
  return html`<dl class="facts">
    <div>
      <dt>Referens</dt>
      <dd class="strong"><bdi>${referens}</bdi></dd>
    </div>
    <div>
      <dt>Sökande</dt>
      <dd class="strong">${personnummer.slice(0, 8)}-${personnummer.slice(8)}</dd>
    </div>
    <div>
      <dt>Inlämnad</dt>
      <dd>${formatInstant(inlamnad)}</dd>
    </div>
    <div>
      <dt>Inkomsterna gäller</dt>
      <dd>${formatDate(period.fran)}–${formatDate(period.till)}</dd>
    </div>
    <div>
      <dt>Hämtat från myndigheterna</dt>
      <dd>${hamtning ? formatInstant(hamtning.tidpunkt) : whyNothingFetched(content).short}</dd>
    </div>
    <div>
      <dt>E-legitimation</dt>
      <dd><bdi>${tellLevel(inloggning.niva)}</bdi>, inloggad ${formatInstant(inloggning.tidpunkt)}</dd>
    </div>
  </dl>`;
}

/** Not fetched, and not able to show it, are never told in the same words. */
function whyNothingFetched({ hamtningKundeInteVisas }: HandedInContent): {
  readonly short: string;
  readonly heading: string;
} {
  return hamtningKundeInteVisas
    ? {
        short: 'Kunde inte visas för sökanden',
        heading: 'Det som kan ha hämtats kunde inte visas för sökanden, och är inte med',
      }
    : { short: 'Inget har hämtats', heading: 'Inget har hämtats från myndigheterna' };
}

/** First of all, since it is never to be taken for zero (DESIGN rule 3). */
function renderUnchecked(content: HandedInContent): Html {
  const { hamtning } = content;
  if (!hamtning)
    return html`<div class="notice">
      <h2>${whyNothingFetched(content).heading}</h2>
      <p>Alla belopp är sökandens egna uppgifter. Inget av dem är kontrollerat.</p>
    </div>`;
  const unchecked = hamtning.kallor.filter(({ kundeInteKontrolleras }) => kundeInteKontrolleras.length > 0);
  if (unchecked.length === 0) return html``;
  const all = hamtning.kallor.every(({ svar }) => svar.kod === 'unchecked');
  return html`<div class="notice">
    <h2>${all ? 'Inget kunde kontrolleras' : 'En del kunde inte kontrolleras'}</h2>
    <ul>
      ${unchecked.map((kalla) => html`<li><span class="strong">${kalla.namn}</span>${renderGaps(kalla)}</li>`)}
    </ul>
    <p>Det är inte känt om sökanden har fått pengar därifrån. Läs det inte som noll kronor.</p>
  </div>`;
}

function renderGaps({ kundeInteKontrolleras }: HandedInSource): Html {
  const [first, ...more] = kundeInteKontrolleras;
  if (first?.vad === undefined && more.length === 0) return html`: ${first?.orsak.text}`;
  return html`<ul>
    ${kundeInteKontrolleras.map(({ vad, orsak }) => html`<li><bdi>${vad ?? 'Allt'}</bdi>: ${orsak.text}</li>`)}
  </ul>`;
}

/** What each of those that were to be asked has said. */
function renderSources({ hamtning }: HandedInContent): Html {
  if (!hamtning) return html``;
  return html`<h2>Svar från myndigheter och a-kassor</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Källa</th>
          <th scope="col">Svar</th>
        </tr>
      </thead>
      <tbody>
        ${hamtning.kallor.map(
          (kalla) =>
            html`<tr>
              <th scope="row">${kalla.namn}</th>
              <td>${kalla.svar.text}${tellGaps(kalla)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function tellGaps({ svar, kundeInteKontrolleras }: HandedInSource): string {
  return svar.kod !== 'unchecked' && kundeInteKontrolleras.length > 0
    ? '. En del kunde inte kontrolleras.'
    : '';
}

/** The form's other fields, with the labels that the host has told. */
function renderOther({ ovrigaFalt }: HandedInContent): Html {
  const others = ovrigaFalt.filter(({ fraga, omInkomster }) => fraga !== undefined && !omInkomster);
  if (others.length === 0) return html``;
  return html`<h2>Övriga svar i ansökan</h2>
    ${renderFields(others)}`;
}

/** Fields that the host knows nothing of: nobody may take a name that somebody has sent for a question or for a word of ours. */
function renderUnknown({ ovrigaFalt }: HandedInContent): Html {
  const unknown = ovrigaFalt.filter(({ fraga }) => fraga === undefined);
  if (unknown.length === 0) return html``;
  return html`<section class="unknown">
    <h2>Uppgifter som e-tjänsten inte känner</h2>
    <p>
      Namn och innehåll står som de skickades. Kommunen har inte ställt frågorna och inte kontrollerat svaren.
    </p>
    <ul>
      ${unknown.map(
        ({ namn, varde }) =>
          html`<li>
            <bdi class="as-written">${namn}</bdi> =
            ${varde === '' ? html`<span class="quiet">Inget svar</span>` : html`<bdi class="as-written">${varde}</bdi>`}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Incomes in words: whoever adds up has to read them. */
function renderInWords({ ovrigaFalt }: HandedInContent): Html {
  const inWords = ovrigaFalt.filter(({ omInkomster, varde }) => omInkomster && varde.trim() !== '');
  if (inWords.length === 0) return html``;
  return html`<p class="strong">Sökanden har skrivit om inkomster i ord. Inget belopp där räknas i summan.</p>
    ${renderFields(inWords)}`;
}

function renderFields(fields: HandedInContent['ovrigaFalt']): Html {
  return html`<dl class="answers">
    ${fields.map(
      ({ varde, fraga, svar = varde }) =>
        html`<div>
          <dt><bdi>${fraga}</bdi></dt>
          <dd>
            ${svar === '' ? html`<span class="quiet">Inget svar</span>` : html`<bdi class="as-written">${svar}</bdi>`}
          </dd>
        </div>`,
    )}
  </dl>`;
}

function renderDeclaration({ intygande, inlamnad }: HandedInContent): Html {
  return html`<h2>Sökanden har intygat</h2>
    <p class="said"><bdi class="as-written">${intygande}</bdi></p>
    <p class="quiet">Intygat när ansökan lämnades in, ${formatInstant(inlamnad)}.</p>`;
}

function renderFooter({ id, schema, hamtning }: HandedInContent): Html {
  return html`<footer>
    <p>Inlämning ${id}</p>
    ${hamtning ? html`<p>Hämtning <bdi>${hamtning.id}</bdi></p>` : ''}
    <p>${schema}. Tider är svensk tid.</p>
  </footer>`;
}
