import { html } from 'hono/html';
import type { IncomeStatement } from '@medborgarnavet/model';
import { incomeMonth } from '../application.ts';
import { pathFromReview } from '../from-review.ts';
import { renderApplicationField } from '../form/application-field.ts';
import type { WritingField } from '../form/field.ts';
import { renderErrorSummary, renderFields } from '../form/render.ts';
import { incomeEndpoint } from '../income-host.ts';
import { changedMonthNotice, usableStatement } from '../income-summary.ts';
import { fieldsOfIncomes, FREE_TEXT, INCOMES, WRITTEN_FREE_TEXT, type ReadIncomes } from '../incomes.ts';
import { renderPage, renderStepHeading, type Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { pathToSignIn } from '../sign-in/return-to.ts';
import { pathOf, type Step } from '../steps.ts';
import { NEUTRAL, renderElementsHead } from './elements.ts';
import { renderNext } from './step.ts';

export interface IncomesPageParts {
  readonly step: Step;
  readonly session: Session;
  /** The last statement of the application. */
  readonly latest: IncomeStatement | undefined;
  /** Of the elements' script. */
  readonly integrity: string;
  /** Whom the host asks, where it is not those that the element names by itself. */
  readonly sources: string | undefined;
  /** Whether the person has come from the page before handing in, and goes back there. */
  readonly fromReview: boolean;
  /** What the person tried to save, when it could not be saved as it was. */
  readonly refused: ReadIncomes | undefined;
}

/** The page with the element in it. Everything that the municipality has to write for it is here. */
export function incomesPage(parts: IncomesPageParts): Html {
  const { step, session, latest, integrity, sources, fromReview, refused } = parts;
  const { application } = session;
  const { incomes } = application;
  const errors = refused?.errors ?? [];
  const fields = refused?.fields ?? (incomes ? fieldsOfIncomes(incomes) : []);
  const freeText = refused?.incomes.freeText ?? incomes?.freeText ?? '';
  // Also when it has been emptied and not saved: only a field that is posted empty takes it away.
  const hasFreeText = freeText !== '' || (incomes?.freeText ?? '') !== '';
  const renderFreeText = (field: WritingField) =>
    renderFields([field], new Map([[field.name, [freeText]]]), errors);
  const notice = changedMonthNotice(application, latest);
  const head = renderElementsHead(integrity);
  return renderPage({ title: step.title, session, step, head, failed: errors.length > 0 }, [
    renderErrorSummary(errors),
    renderStepHeading(step),
    html`${notice === undefined ? '' : html`<p class="notice">${notice}</p>`}
      <ssbtek-provider
        endpoint="${incomeEndpoint(application)}"
        period="${incomeMonth(application)}"
        sign-in="${pathToSignIn(pathOf(step.id))}"
        ${sources === undefined ? '' : html`sources="${sources}"`}
      >
        <div class="with-view">
          <form method="post" action="${fromReview ? pathFromReview(step.id) : pathOf(step.id)}">
            ${renderApplicationField(application)}
            <ssbtek-prefill
              id="${INCOMES}"
              name="${INCOMES}"
              statement="${usableStatement(application, latest)?.id ?? ''}"
              question="optional"
            >
              ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
              ${hasFreeText ? '' : renderFreeText(FREE_TEXT)}
            </ssbtek-prefill>
            ${hasFreeText ? html`<div class="beside-element">${renderFreeText(WRITTEN_FREE_TEXT)}</div>` : ''}
            ${renderNext(step, session, fromReview)}
          </form>
          <ssbtek-income-view
            class="view"
            heading="Bakgrund till siffrorna"
            depth="months"
            leave-to="${NEUTRAL}"
          ></ssbtek-income-view>
        </div>
      </ssbtek-provider>`,
  ]);
}
