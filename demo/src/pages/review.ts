import { randomUUID } from 'node:crypto';
import { html, raw } from 'hono/html';
import { incomeMonth, isSaved, writtenIn, type Application } from '../application.ts';
import { APPLICATION, renderApplicationField } from '../form/application-field.ts';
import { tellWritten } from '../form/read.ts';
import { partId, pathFromReview } from '../from-review.ts';
import { incomeEndpoint } from '../income-host.ts';
import type { IncomeSummary } from '../income-summary.ts';
import { INCOMES } from '../incomes.ts';
import { renderPage, renderStepHeading, type Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { pathToSignIn } from '../sign-in/return-to.ts';
import { fieldsOf, pathOf, STEPS, STEPS_TO_HAND_IN, type Step } from '../steps.ts';
import { fieldsOfApplication } from '../submission.ts';
import { renderElementsHead } from './elements.ts';
import { renderIncomes } from './review-incomes.ts';
import { renderWayOn } from './step.ts';

export interface ReviewPageParts {
  readonly step: Step;
  readonly session: Session;
  readonly incomes: IncomeSummary;
  /** Where something is written that cannot be read. */
  readonly unread: readonly Step[];
  /** Of the elements' script. */
  readonly integrity: string;
  /** Why it could not be handed in. */
  readonly refused?: ReviewRefusal | undefined;
}

/** The person has not vouched for it, or it has changed since it was shown. */
export type ReviewRefusal = 'not-vouched-for' | 'changed';

interface Refusal {
  readonly why: string;
  readonly href: string;
  readonly wayOn: string;
}

const REFUSALS: Readonly<Record<ReviewRefusal, Refusal>> = {
  'not-vouched-for': {
    why: 'Du behöver intyga att uppgifterna är riktiga innan du lämnar in.',
    href: '#intygar',
    wayOn: 'Gå till intyget',
  },
  changed: {
    why: 'Inkomsterna har ändrats medan du läste. Kontrollera dem igen innan du lämnar in.',
    href: '#del-inkomster',
    wayOn: 'Gå till inkomsterna',
  },
};

/** What the form without script has for {@link handInFrom}. */
export const KEY = 'nyckel';
/** The id of the statement that the person sees. */
export const STATEMENT = 'statement';
/** The box in which the person vouches for it. */
export const DECLARED = 'intygar';

/** The person has not come to incomes: they are last, with the declaration, since `<ssbtek-review>` shows both. */
const PARTS = STEPS.filter(({ id }) => !['granska', 'handelser', 'inkomster'].includes(id));

/** Everything in the application before it is handed in. What is in the element is for who has no script. */
export function reviewPage({ step, session, incomes, unread, integrity, refused }: ReviewPageParts): Html {
  const { application } = session;
  const head = html`${renderElementsHead(integrity)}
    <script type="module" src="/static/granska.js"></script>`;
  return renderPage(
    { title: step.title, session, step, head, failed: refused !== undefined },
    [
      refused ? renderRefusal(REFUSALS[refused]) : html``,
      renderStepHeading(step),
      ...PARTS.map((part) => renderPart(part, renderAnswers(part, session))),
      incomes.notices.map((notice) => html`<p class="notice">${notice}</p>`),
      renderFreeText(incomes),
      renderLeft(application, unread),
      html`<ssbtek-review
        endpoint="${incomeEndpoint(application)}"
        id="${partId('inkomster')}"
        name="${INCOMES}"
        period="${incomeMonth(application)}"
        leave-out="${APPLICATION} ${KEY} ${STATEMENT} ${DECLARED}"
        change-href="${pathFromReview('inkomster')}"
        sign-in="${pathToSignIn(pathOf(step.id))}"
      >
        ${fieldsOfApplication(application).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        ${renderWithoutScript({ step, session, incomes, refused })}
      </ssbtek-review>`,
      html`<p class="after-handing-in">
        <a href="${pathOf('handelser')}">Se vad som har hänt med din ansökan</a>
      </p>`,
    ].flat(),
  );
}

function renderPart({ id, title }: Step, content: Html, headingId = partId(id)): Html {
  return html`<section class="part" aria-labelledby="${headingId}">
    <div class="part-heading">
      <h2 id="${headingId}" tabindex="-1">${title}</h2>
      <a href="${pathFromReview(id)}">Ändra<span class="visually-hidden"> ${title}</span></a>
    </div>
    ${content}
  </section>`;
}

/** What is not in the application, so that nobody finds out afterwards. */
function renderLeft(application: Application, unread: readonly Step[]): Html {
  const empty = STEPS_TO_HAND_IN.filter(
    // The month is chosen from the beginning.
    (step) =>
      !['granska', 'period'].includes(step.id) && !unread.includes(step) && !isSaved(application, step.id),
  );
  const list = (steps: readonly Step[]): Html =>
    html`<ul>
      ${steps.map(({ id, title }) => html`<li><a href="${pathFromReview(id)}">${title}</a></li>`)}
    </ul>`;
  return html`${
    unread.length === 0
      ? ''
      : html`<div class="notice">
          <p class="strong">Här står något som inte går att läsa. Det är inte med i ansökan än.</p>
          ${list(unread)}
        </div>`
  }
  ${
    empty.length === 0
      ? ''
      : html`<div class="notice">
          <p class="strong">Här har du inte skrivit något:</p>
          ${list(empty)}
          <p>Du kan lämna in ändå. Kommunen kan behöva fråga dig om det.</p>
        </div>`
  }`;
}

/** The element knows amounts, and not what is written in words. */
function renderFreeText({ freeText }: IncomeSummary): Html {
  if (freeText === '') return html``;
  return html`<section class="part" aria-labelledby="fritext">
    <div class="part-heading">
      <h2 id="fritext">Det du skrev om dina inkomster</h2>
      <a href="${pathFromReview('inkomster')}"
        >Ändra<span class="visually-hidden"> det du skrev om dina inkomster</span></a
      >
    </div>
    <p class="as-written">${freeText}</p>
  </section>`;
}

function renderWithoutScript({
  step,
  session,
  incomes,
  refused,
}: Omit<ReviewPageParts, 'integrity' | 'unread'>): Html {
  const part = STEPS.find(({ id }) => id === 'inkomster');
  return html`${part && renderPart(part, renderIncomes(incomes), 'inkomsterna')}
    <form class="hand-in" method="post" action="${pathOf(step.id)}">
      <input type="hidden" name="${KEY}" value="${randomUUID()}" />
      ${renderApplicationField(session.application)}
      <input type="hidden" name="${STATEMENT}" value="${incomes.statement?.id ?? ''}" />
      ${
        refused === 'not-vouched-for'
          ? html`<p class="error" id="intygar-error">Kryssa i rutan om uppgifterna är riktiga.</p>`
          : ''
      }
      <label class="choice">
        <input
          type="checkbox"
          id="intygar"
          name="${DECLARED}"
          value="ja"
          ${refused === 'not-vouched-for' ? raw('aria-invalid="true" aria-describedby="intygar-error"') : ''}
        />
        <span>Jag intygar att uppgifterna är riktiga.</span>
      </label>
      ${renderWayOn(step, 'Lämna in ansökan')}
    </form>`;
}

function renderRefusal({ why, href, wayOn }: Refusal): Html {
  return html`<p class="notice error-summary" tabindex="-1" autofocus>
    ${why} <a href="${href}">${wayOn}</a>.
  </p>`;
}

function renderAnswers(part: Step, { application }: Session): Html {
  const written = writtenIn(application, part.id);
  return html`<dl class="answers">
    ${fieldsOf(part, application.openedAt).map((field) => {
      const told = tellWritten(field, written);
      return html`<div>
        <dt>${field.label}</dt>
        ${
          told.length === 0
            ? html`<dd class="quiet">Inte ifyllt</dd>`
            : told.map((line) => html`<dd>${line}</dd>`)
        }
      </div>`;
    })}
  </dl>`;
}
