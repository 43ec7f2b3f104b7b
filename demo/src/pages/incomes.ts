import { html } from 'hono/html';
import type { IncomeStatement } from '@medborgarnavet/model';
import { incomeMonth } from '../application.ts';
import type { FieldError } from '../form/field.ts';
import { renderErrorSummary } from '../form/render.ts';
import { monthNotices, usableStatement } from '../income-summary.ts';
import { fieldsOfIncomes, INCOMES, type PostedField } from '../incomes.ts';
import { renderPage, renderStepHeading, type Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { pathOf, type Step } from '../steps.ts';
import { renderWayOn } from './step.ts';

/** What a person tried to save, when it could not be saved as it was. */
export interface RefusedIncomes {
  readonly fields: readonly PostedField[];
  readonly freeText: string;
  readonly errors: readonly FieldError[];
}

export interface IncomesPageParts {
  readonly step: Step;
  readonly session: Session;
  /** The last statement of the application. */
  readonly latest: IncomeStatement | undefined;
  /** Of the elements' script. */
  readonly integrity: string;
  readonly refused?: RefusedIncomes;
}

/** The page with the element in it. Everything that the municipality has to write for it is here. */
export function incomesPage({ step, session, latest, integrity, refused }: IncomesPageParts): Html {
  const { application } = session;
  const { incomes } = application;
  const fields = refused?.fields ?? (incomes ? fieldsOfIncomes(incomes) : []);
  const freeText = refused?.freeText ?? incomes?.freeText ?? '';
  const head = html`<script type="module" src="/static/medborgarnavet.js" integrity="${integrity}"></script>`;
  return renderPage({ title: step.title, session, step, head, failed: refused !== undefined }, [
    renderErrorSummary(refused?.errors ?? []),
    renderStepHeading(step),
    html`${monthNotices(application, latest).map((notice) => html`<p class="notice">${notice}</p>`)}
      <form method="post" action="${pathOf(step.id)}">
        <ssbtek-prefill
          id="${INCOMES}"
          name="${INCOMES}"
          endpoint="/api/inkomst"
          period="${incomeMonth(application)}"
          statement="${usableStatement(application, latest)?.id ?? ''}"
        >
          ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
          <noscript>
            <div class="field">
              <label for="fritext">Dina inkomster</label>
              <p class="hint">Skriv varje inkomst på en egen rad: från vem, hur mycket och vilken dag.</p>
              <textarea id="fritext" name="${INCOMES}.fritext" rows="6">${freeText}</textarea>
            </div>
          </noscript>
        </ssbtek-prefill>
        ${renderWayOn(step)}
      </form>`,
  ]);
}
