import { html } from 'hono/html';
import type { Unreadable } from '../kept/unreadable.ts';
import { renderPage, type Html } from '../layout.ts';
import type { SignedIn } from '../session.ts';
import { renderWritten, type WrittenParts } from './written.ts';

export const GO_ON = '/ansokan/ta-bort-olasligt';
export const WHAT = 'vad';

interface Told {
  readonly title: string;
  /** What has been handed in, and what is still there. */
  readonly text: string;
  /** What the button does. */
  readonly wayOn: string;
  readonly button: string;
}

const SAVED = 'Det som du har sparat går inte att läsa';
const BEGIN_ANEW = 'Du kan börja om med en ny ansökan. Då tas det gamla bort. Det går inte att ångra.';

const TOLD: Readonly<Record<Unreadable, Told>> = {
  application: {
    title: SAVED,
    text: 'Inget har lämnats in, och inget är borttaget.',
    wayOn: BEGIN_ANEW,
    button: 'Börja om',
  },
  pointer: {
    title: SAVED,
    text: 'Inget har lämnats in nu, och inget är borttaget. En ansökan som du redan har lämnat in är inte påverkad.',
    wayOn: BEGIN_ANEW,
    button: 'Börja om',
  },
  receipt: {
    title: 'Kvittot går inte att läsa',
    text: 'Din ansökan är inlämnad, och det som du lämnade in är inte påverkat.',
    wayOn: 'Du kan börja på en ny ansökan. Då tas kvittot bort här.',
    button: 'Börja på en ny ansökan',
  },
  draft: {
    title: 'En del av det som du har skrivit går inte att läsa',
    text: 'Det gäller det som sparades medan du skrev. Det som du har sparat med en knapp finns kvar. Inget har lämnats in.',
    wayOn: 'Du kan ta bort det som inte går att läsa, och fortsätta med ansökan. Det går inte att ångra.',
    button: 'Ta bort och fortsätt',
  },
  statement: {
    title: 'Det som du har hämtat går inte att läsa',
    text: 'Det som du själv har skrivit finns kvar. Inget har lämnats in.',
    wayOn: 'Du kan ta bort det som inte går att läsa, och fortsätta med ansökan. Sedan kan du hämta igen.',
    button: 'Ta bort och fortsätt',
  },
};

/** Says what cannot be read, and lets the person go on without it. Until they press nothing is taken away or written over. */
export function unreadablePage(
  what: Unreadable,
  session: SignedIn | undefined,
  written: WrittenParts | undefined,
): Html {
  const { title, text, wayOn, button } = TOLD[what];
  return renderPage({ title, session, failed: true }, [
    html`<div class="title">
      <h1>${title}</h1>
      <p class="lead">Något har gått fel hos oss. Det var inte ditt fel. Kommunen har fått veta det.</p>
    </div>`,
    written ? renderWritten(written) : html``,
    html`<p>${text}</p>
      <p>${wayOn}</p>
      <form method="post" action="${GO_ON}">
        <input type="hidden" name="${WHAT}" value="${what}" />
        <div class="way-on"><button>${button}</button></div>
      </form>
      <p>Du kan också logga ut och vänta. Det kan hända att kommunen kan rätta felet.</p>`,
  ]);
}
