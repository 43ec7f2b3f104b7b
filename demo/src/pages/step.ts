import { html } from 'hono/html';
import { writtenIn } from '../application.ts';
import type { FieldError, Written } from '../form/field.ts';
import { renderErrorSummary, renderFields } from '../form/render.ts';
import { renderPage, renderStepHeading, type Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { fieldsOf, pathBefore, pathOf, type Step } from '../steps.ts';

/** What a person tried to save, when it could not be saved as it was. */
export interface Refused {
  readonly written: Written;
  readonly errors: readonly FieldError[];
}

/** A step with plain fields. */
export function stepPage(step: Step, session: Session, refused?: Refused): Html {
  const written = refused?.written ?? writtenIn(session.application, step.id);
  return renderPage({ title: step.title, session, step, failed: refused !== undefined }, [
    renderErrorSummary(refused?.errors ?? []),
    renderStepHeading(step),
    html`<form method="post" action="${pathOf(step.id)}">
      ${renderFields(fieldsOf(step, session.application.openedAt), written, refused?.errors)}
      ${renderWayOn(step)}
    </form>`,
  ]);
}

/** The button and the link below a step's form. */
export function renderWayOn(step: Step, button = 'Nästa'): Html {
  return html`<div class="way-on">
    <button>${button}</button>
    <a class="back" href="${pathBefore(step)}">Tillbaka</a>
  </div>`;
}
