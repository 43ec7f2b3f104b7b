import { html } from 'hono/html';
import { renderPage, type Html } from '../layout.ts';

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
    text: 'Gå tillbaka, korta det som du har skrivit och försök igen.',
  },
  415: { title: 'Det gick inte att läsa', text: 'Gå tillbaka, öppna sidan på nytt och försök igen.' },
  500: { title: 'Något gick fel hos oss', text: 'Det var inte ditt fel. Försök igen om en stund.' },
} as const satisfies Readonly<Record<number, Message>>;

export type MessageStatus = keyof typeof MESSAGES;

export function isMessageStatus(status: number): status is MessageStatus {
  return Object.hasOwn(MESSAGES, status);
}

/** A page that says what went wrong, and nothing of why. */
export function messagePage(status: MessageStatus): Html {
  const { title, text } = MESSAGES[status];
  return renderPage({ title }, [
    html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      <p><a href="/">Till första sidan</a></p>`,
  ]);
}
