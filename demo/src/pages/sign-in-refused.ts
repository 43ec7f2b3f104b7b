import { html } from 'hono/html';
import { renderPage, type Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { pathOf } from '../steps.ts';

export interface SignInRefusedParts {
  /** The answer belongs to no sign-in that is pending here, or the page is not at an address of ours. */
  readonly why: 'not-pending' | 'other-address';
  /** Where sign-ins work. */
  readonly address: string;
  /** Who is signed in since before: nothing has changed for them. */
  readonly session: Session | undefined;
}

/** Says that a sign-in came to nothing, and how to try again. */
export function signInRefusedPage({ why, address, session }: SignInRefusedParts): Html {
  const title = 'Inloggningen gick inte att slutföra';
  return renderPage({ title, session, failed: true }, [
    html`<h1>${title}</h1>`,
    why === 'other-address'
      ? html`<p class="lead">
          Det går inte att logga in på den här adressen. Öppna <a href="${address}">${address}</a> i stället.
        </p>`
      : html`<p class="lead">
          Den kan redan vara använd, ha tagit mer än tio minuter eller ha börjat i en annan webbläsare.
        </p>`,
    session
      ? html`<p>
          Du är fortfarande inloggad som ${session.person.id}.
          <a href="${pathOf('hushall')}">Fortsätt med ansökan</a>.
        </p>`
      : why === 'not-pending'
        ? html`<p>Ingen är inloggad. <a href="/">Försök igen</a>.</p>`
        : html``,
  ]);
}
