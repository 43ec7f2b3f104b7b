import { html } from 'hono/html';
import type { IncomeStatement } from '@medborgarnavet/model';
import { incomeMonth } from '../application.ts';
import { renderApplicationField } from '../form/application-field.ts';
import { incomeEndpoint } from '../income-host.ts';
import { usableStatement } from '../income-summary.ts';
import { renderPage, type Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { pathToSignIn } from '../sign-in/return-to.ts';
import { BACKGROUND, pathOf } from '../steps.ts';
import { NEUTRAL, renderElementsHead } from './elements.ts';

export interface BackgroundPageParts {
  readonly session: Session;
  /** The last statement of the application. */
  readonly latest: IncomeStatement | undefined;
  /** Of the elements' script. */
  readonly integrity: string;
  /** Whom the host asks, where it is not those that the element names by itself. */
  readonly sources: string | undefined;
}

/** What lies behind each figure: the view alone on a page. Nothing is shown of an application that is handed in. */
export function backgroundPage(parts: BackgroundPageParts): Html {
  const { session, integrity } = parts;
  const { handedIn } = session.application;
  const head = renderElementsHead(integrity);
  const { title } = BACKGROUND;
  return handedIn
    ? renderPage({ title, session }, [html`<h1>${title}</h1>`, renderHandedIn(session)])
    : renderPage({ title, session, step: BACKGROUND, head }, [
        html`<div class="title">
          <h1>${title}</h1>
          <p class="lead">
            Här ser du vad som ligger bakom varje belopp: vem som har betalat, vad som har dragits av och
            varför. Du behöver inte fylla i något.
          </p>
        </div>`,
        renderView(parts),
      ]);
}

function renderView({ session, latest, sources }: BackgroundPageParts): Html {
  const { application } = session;
  const isOfAnotherMonth = latest !== undefined && !usableStatement(application, latest);
  return html`<noscript>
      <p class="notice">
        Den här sidan fungerar bara med JavaScript. Beloppen som du har hämtat ser du också under
        <a href="${pathOf('granska')}">Granska och godkänn</a>.
      </p>
    </noscript>
    ${
      isOfAnotherMonth
        ? html`<p class="notice">
            Du har bytt månad. Det som du hämtade tidigare räknas inte. Du kan hämta igen längst ner.
          </p>`
        : ''
    }
    <ssbtek-income-view
      endpoint="${incomeEndpoint(application)}"
      period="${incomeMonth(application)}"
      leave-to="${NEUTRAL}"
      sign-in="${pathToSignIn(BACKGROUND.path)}"
      ${sources === undefined ? '' : html`sources="${sources}"`}
    ></ssbtek-income-view>
    <p><a class="back" href="${pathOf('inkomster')}">Till Inkomster</a></p>`;
}

/** In the words that the element has for a page that was left open. */
function renderHandedIn({ application }: Session): Html {
  return html`<div class="notice">
      <p class="strong">Du har ingen öppen ansökan.</p>
      <p>
        Ansökan som du gjorde är inlämnad. Nu hämtar vi inget mer till den, och visar inget här. Allt som du
        skickade in finns kvar hos oss.
      </p>
    </div>
    <p><a href="/ansokan/kvitto">Till kvittot</a></p>
    <form method="post" action="/ansokan/ny">
      ${renderApplicationField(application)}
      <button class="secondary">Börja en ny ansökan</button>
    </form>`;
}
