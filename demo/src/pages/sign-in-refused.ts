import { html } from 'hono/html';
import { renderPage, type Html } from '../layout.ts';
import type { SignedIn } from '../session.ts';
import { pathOf } from '../steps.ts';

/**
 * Says that a sign-in came to nothing, since the answer belongs to none that is pending here, and how to try again.
 * @param session who is signed in since before: nothing has changed for them.
 */
export function signInRefusedPage(session: SignedIn | undefined): Html {
  const title = 'Inloggningen gick inte att slutföra';
  return renderPage({ title, session, failed: true }, [
    html`<h1>${title}</h1>
      <p class="lead">
        Den kan redan vara använd, ha tagit mer än tio minuter eller ha börjat i en annan webbläsare.
      </p>`,
    session
      ? html`<p>
          Du är fortfarande inloggad som ${session.person.id}.
          <a href="${pathOf('hushall')}">Fortsätt med ansökan</a>.
        </p>`
      : html`<p>Ingen är inloggad. <a href="/">Försök igen</a>.</p>`,
  ]);
}
