import { html } from 'hono/html';
import { writtenIn } from '../application.ts';
import type { FieldError, Written } from '../form/field.ts';
import { renderApplicationField } from '../form/application-field.ts';
import { renderErrorSummary, renderFields } from '../form/render.ts';
import { renderPage, renderStepHeading, type Html } from '../layout.ts';
import { renderBegun } from './begun.ts';
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
    step.id === 'hushall' ? renderBegun(session) : html``,
    renderStepHeading(step),
    html`<form method="post" action="${pathOf(step.id)}">
      ${renderApplicationField(session.application)}
      ${renderFields(fieldsOf(step, session.application.openedAt), written, refused?.errors)}
      ${renderNext(step)}
    </form>`,
  ]);
}

/** The button and the link below a step's form, and when it is saved. */
export function renderNext(step: Step): Html {
  return html`${renderWayOn(step, 'Nästa')}
    <p class="hint">Det du skriver sparas när du trycker på Nästa.</p>`;
}

export function renderWayOn(step: Step, button: string): Html {
  return html`<div class="way-on">
    <button>${button}</button>
    <a class="back" href="${pathBefore(step)}">Tillbaka</a>
  </div>`;
}
