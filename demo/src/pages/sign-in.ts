import { html } from 'hono/html';
import { renderPage, type Html } from '../layout.ts';
import type { SignedIn, TestPerson } from '../session.ts';
import type { Outcome } from '../sign-in/return-to.ts';
import { pathOf } from '../steps.ts';
import { renderReturnTo } from './return-to.ts';

export interface SignInPageParts {
  readonly persons: readonly TestPerson[];
  readonly session: SignedIn | undefined;
  /** The page that was asked for, when nobody was signed in. */
  readonly returnTo: string | undefined;
  /** Of the sign-in that has just ended without anybody signed in. */
  readonly outcome: Outcome | undefined;
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  avbruten: 'Du avbröt inloggningen. Välj en person för att försöka igen.',
  misslyckad: 'Det gick inte att logga in. Välj en person för att försöka igen.',
};

/** The first page: who to be. The choice goes with the person to the e-legitimation, which else has to ask. */
export function signInPage({ persons, session, returnTo, outcome }: SignInPageParts): Html {
  const failed = outcome === 'misslyckad';
  return renderPage({ title: 'Logga in som testperson', session, failed }, [
    outcome
      ? html`<p class="notice ${failed ? 'error-summary' : ''}" tabindex="-1" autofocus>
          ${OUTCOMES[outcome]}
        </p>`
      : returnTo !== undefined && !session
        ? html`<p class="notice" tabindex="-1" autofocus>
            Du är inte inloggad. Logga in, så kommer du till sidan som du ville öppna.
          </p>`
        : html``,
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
          Det som du har sparat finns kvar när du loggar in på nytt, i högst sju dagar.
        </p>`
      : html``,
    html`<ul class="persons">
      ${persons.map(
        ({ id, title, exercises }) =>
          html`<li>
            <form method="post" action="/logga-in">
              ${renderReturnTo(returnTo)}
              <input type="hidden" name="person" value="${id}" />
              <button aria-describedby="om-${id}">
                <span class="person-id">${id}</span> <span class="person-title">${title}</span>
              </button>
              <p id="om-${id}">${exercises}</p>
            </form>
          </li>`,
      )}
    </ul>`,
    html`<form class="whole-way" method="post" action="/logga-in">
      ${renderReturnTo(returnTo)}
      <p id="hela-vagen">Vill du se hela vägen? Då väljer du person hos en påhittad e-legitimation.</p>
      <button class="secondary" aria-describedby="hela-vagen">Logga in med e-legitimation</button>
    </form>`,
  ]);
}
