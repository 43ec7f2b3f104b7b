import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { tellPosted } from '../posted.ts';

export interface WrittenParts {
  /** Where it was posted. */
  readonly path: string;
  readonly posted: URLSearchParams;
  readonly now: Date;
}

/**
 * Gives back what was written and not saved. To ask the person to go back and copy it would not do: a browser that then loads the page anew
 * shows it empty, or with what somebody else has written.
 */
export function renderWritten({ path, posted, now }: WrittenParts): Html {
  const told = tellPosted(path, posted, now);
  if (told.length === 0) return html``;
  return html`<section class="part" aria-labelledby="skrev">
    <h2 id="skrev">Det här skrev du</h2>
    <p>Kopiera det som du vill ha kvar innan du lämnar sidan. Sedan visas det inte igen.</p>
    <dl class="answers">
      ${told.map(
        ({ label, lines }) =>
          html`<div>
            <dt>${label}</dt>
            ${lines.map((line) => html`<dd class="as-written">${line}</dd>`)}
          </div>`,
      )}
    </dl>
  </section>`;
}

/** Sends the very same again. Only for what has come from our own pages: somebody else's post must not become one of ours. */
export function renderSendAgain({ path, posted }: Pick<WrittenParts, 'path' | 'posted'>): Html {
  return html`<form method="post" action="${path}">
    ${[...posted].map(([name, value]) => html`<textarea hidden name="${name}">${value}</textarea>`)}
    <button>Skicka igen</button>
  </form>`;
}
