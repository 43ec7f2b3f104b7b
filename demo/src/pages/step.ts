import { html } from 'hono/html';
import { writtenIn } from '../application.ts';
import type { FieldError, Written } from '../form/field.ts';
import { renderApplicationField } from '../form/application-field.ts';
import { renderErrorSummary, renderFields } from '../form/render.ts';
import { renderPage, renderStepHeading, type Html } from '../layout.ts';
import { pathFromReview } from '../from-review.ts';
import { renderBegun } from './begun.ts';
import { renderDraft, renderElementsHead } from './elements.ts';
import type { Session } from '../session.ts';
import { fieldsOf, pathBefore, pathOf, type Step } from '../steps.ts';

/** What a person tried to save, when it could not be saved as it was. */
export interface Refused {
  readonly written: Written;
  readonly errors: readonly FieldError[];
}

export interface StepPageParts {
  readonly step: Step;
  readonly session: Session;
  /** Of the elements' script. */
  readonly integrity: string;
  /** Whether the person has come from the page before handing in, and goes back there. */
  readonly fromReview: boolean;
  readonly refused: Refused | undefined;
}

/** A step with plain fields. */
export function stepPage({ step, session, integrity, fromReview, refused }: StepPageParts): Html {
  const written = refused?.written ?? writtenIn(session.application, step.id);
  const head = renderElementsHead(integrity);
  return renderPage({ title: step.title, session, step, head, failed: refused !== undefined }, [
    renderErrorSummary(refused?.errors ?? []),
    step.id === 'hushall' ? renderBegun(session) : html``,
    renderStepHeading(step),
    html`<form method="post" action="${fromReview ? pathFromReview(step.id) : pathOf(step.id)}">
      ${renderApplicationField(session.application)}
      ${renderFields(fieldsOf(step, session.application.openedAt), written, refused?.errors)}
      ${renderNext(step, session, fromReview)}
    </form>`,
  ]);
}

/** The button and the link below a step's form, and when it is saved. */
export function renderNext(step: Step, session: Session, fromReview: boolean): Html {
  const button = fromReview ? 'Spara och granska' : 'Nästa';
  return html`${renderWayOn(step, button, fromReview ? pathOf('granska') : undefined)}
  ${renderDraft(step, session, button)}`;
}

/** @param back to the part before, unless told. */
export function renderWayOn(step: Step, button: string, back = pathBefore(step)): Html {
  return html`<div class="way-on">
    <button>${button}</button>
    <a class="back" href="${back}">Tillbaka</a>
  </div>`;
}
