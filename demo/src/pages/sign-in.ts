import { html } from 'hono/html';
import { renderPage, type Html } from '../layout.ts';
import type { Session, TestPerson } from '../session.ts';
import { pathOf } from '../steps.ts';

/** The first page: who to be. A real e-service has its e-legitimation here. */
export function signInPage(persons: readonly TestPerson[], session: Session | undefined): Html {
  return renderPage({ title: 'Logga in som testperson', session }, [
    html`<div class="title">
      <h1>Logga in som testperson</h1>
      <p class="lead">
        Prova att ansöka om ekonomiskt bistånd. Välj en påhittad person. Under namnet står vad som är särskilt
        med personen.
      </p>
    </div>`,
    session
      ? html`<p class="notice">
          Du är inloggad som ${session.person.id}. <a href="${pathOf('hushall')}">Fortsätt med ansökan</a>.
          Loggar du in på nytt börjar du om från början.
        </p>`
      : html``,
    html`<ul class="persons">
      ${persons.map(
        ({ id, title, exercises }) =>
          html`<li>
            <form method="post" action="/logga-in">
              <input type="hidden" name="person" value="${id}" />
              <button aria-describedby="om-${id}">
                <span class="person-id">${id}</span> <span class="person-title">${title}</span>
              </button>
              <p id="om-${id}">${exercises}</p>
            </form>
          </li>`,
      )}
    </ul>`,
  ]);
}
