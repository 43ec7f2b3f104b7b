import { formatInstant } from '@medborgarnavet/model';
import { html } from 'hono/html';
import { isSaved, type Application } from '../application.ts';
import { renderApplicationField } from '../form/application-field.ts';
import { INCOMES } from '../incomes.ts';
import { renderPage, type Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { fieldsOf, pathOf, STEPS_TO_HAND_IN, type Step } from '../steps.ts';

export const START_OVER = '/ansokan/borja-om';

/** Tells who comes back that there is an application, and for how long. Empty for anybody else. */
export function renderBegun({ begun, application }: Session): Html {
  if (!begun) return html``;
  const { savedAt, expiresAt, at } = begun;
  const next = stepWith(at, application) ?? STEPS_TO_HAND_IN.find(({ id }) => !isSaved(application, id));
  return html`<div class="notice">
    <p class="strong">Du har en påbörjad ansökan.</p>
    <p>Den sparades ${formatInstant(savedAt)} och tas bort ${formatInstant(expiresAt)}.</p>
    ${next ? html`<p><a href="${pathOf(next.id)}">Fortsätt med ${next.title}</a></p>` : ''}
    <form method="get" action="${START_OVER}">
      <button class="secondary">Ta bort och börja om</button>
    </form>
  </div>`;
}

/** Where the person was, when that is another page than the one that tells of it. */
function stepWith(name: string | undefined, { openedAt }: Application): Step | undefined {
  if (name === undefined) return undefined;
  const step = STEPS_TO_HAND_IN.find((each) =>
    each.id === 'inkomster'
      ? name === INCOMES || name.startsWith(`${INCOMES}.`)
      : fieldsOf(each, openedAt).some((field) => field.name === name),
  );
  return step?.id === 'hushall' ? undefined : step;
}

/** Asks once more before everything is removed. */
export function startOverPage(session: Session): Html {
  const title = 'Ta bort och börja om';
  return renderPage({ title, session }, [
    html`<div class="title">
        <h1>${title}?</h1>
        <p class="lead">Allt som du har skrivit och hämtat tas bort. Det går inte att ångra.</p>
      </div>
      <form method="post" action="${START_OVER}">
        ${renderApplicationField(session.application)}
        <div class="way-on">
          <button>Ja, ta bort och börja om</button>
          <a class="back" href="${pathOf('hushall')}">Nej, behåll ansökan</a>
        </div>
      </form>`,
  ]);
}
