import { html, raw } from 'hono/html';
import { writtenIn } from '../application.ts';
import { renderApplicationField } from '../form/application-field.ts';
import { tellWritten } from '../form/read.ts';
import type { IncomeSummary } from '../income-summary.ts';
import { renderPage, renderStepHeading, type Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { fieldsOf, pathOf, STEPS, type Step } from '../steps.ts';
import { renderIncomes } from './review-incomes.ts';
import { renderWayOn } from './step.ts';

export interface ReviewPageParts {
  readonly step: Step;
  readonly session: Session;
  readonly incomes: IncomeSummary;
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

/** Everything in the application before it is handed in. */
export function reviewPage({ step, session, incomes, refused }: ReviewPageParts): Html {
  const parts = STEPS.filter(({ id }) => id !== 'granska' && id !== 'handelser');
  return renderPage({ title: step.title, session, step, failed: refused !== undefined }, [
    refused ? renderRefusal(REFUSALS[refused]) : html``,
    renderStepHeading(step),
    ...parts.map(
      (part) =>
        html`<section class="part" aria-labelledby="del-${part.id}">
          <div class="part-heading">
            <h2 id="del-${part.id}">${part.title}</h2>
            <a href="${pathOf(part.id)}">Ändra<span class="visually-hidden"> ${part.title}</span></a>
          </div>
          ${part.id === 'inkomster' ? renderIncomes(incomes) : renderAnswers(part, session)}
        </section>`,
    ),
    html`<form class="hand-in" method="post" action="${pathOf(step.id)}">
      ${renderApplicationField(session.application)}
      <input type="hidden" name="statement" value="${incomes.statement?.id ?? ''}" />
      ${
        refused === 'not-vouched-for'
          ? html`<p class="error" id="intygar-error">Kryssa i rutan om uppgifterna är riktiga.</p>`
          : ''
      }
      <label class="choice">
        <input
          type="checkbox"
          id="intygar"
          name="intygar"
          value="ja"
          ${refused === 'not-vouched-for' ? raw('aria-invalid="true" aria-describedby="intygar-error"') : ''}
        />
        <span>Jag intygar att uppgifterna är riktiga.</span>
      </label>
      ${renderWayOn(step, 'Lämna in ansökan')}
    </form>`,
  ]);
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
