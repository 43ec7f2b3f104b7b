import { html } from 'hono/html';
import { renderPage, type Html } from '../layout.ts';
import { renderSendAgain, renderWritten, type WrittenParts } from './written.ts';

interface Message {
  readonly title: string;
  readonly text: string;
}

const MESSAGES = {
  403: {
    title: 'Det gick inte att ta emot',
    text: 'Det som skickades kom inte från en av våra sidor. Gå tillbaka, öppna sidan på nytt och försök igen.',
  },
  404: { title: 'Sidan finns inte', text: 'Adressen kan vara fel, eller så har sidan tagits bort.' },
  413: {
    title: 'Det blev för mycket text',
    text: 'Inget är sparat. Gå tillbaka, korta det som du har skrivit och försök igen.',
  },
  415: { title: 'Det gick inte att läsa', text: 'Gå tillbaka, öppna sidan på nytt och försök igen.' },
  500: { title: 'Något gick fel hos oss', text: 'Det var inte ditt fel. Försök igen om en stund.' },
  503: {
    title: 'Tjänsten är stängd en liten stund',
    text: 'Vi kan inte läsa eller spara något just nu. Det var inte ditt fel. Försök igen om en stund.',
  },
} as const satisfies Readonly<Record<number, Message>>;

export type MessageStatus = keyof typeof MESSAGES;

export function isMessageStatus(status: number): status is MessageStatus {
  return Object.hasOwn(MESSAGES, status);
}

/**
 * A page that says what went wrong, and nothing of why.
 * @param written what was posted, to be kept or sent again: nothing that was typed is lost.
 */
export function messagePage(status: MessageStatus, written?: WrittenParts): Html {
  const { title, text } = MESSAGES[status];
  return renderPage({ title }, [
    html`<div class="title">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
    </div>`,
    written ? renderWritten(written) : html``,
    written && status >= 500 ? renderSendAgain(written) : html``,
    html`<p><a href="/">Till första sidan</a></p>`,
  ]);
}
