import { html } from 'hono/html';
import { renderPage, type Html } from '../layout.ts';
import { tellPosted } from '../posted.ts';
import { pathOf } from '../steps.ts';
import { renderReturnTo } from './return-to.ts';

export interface NotSavedParts {
  /** Nobody is signed in, the page was of another application than the one that is open, or it is handed in. */
  readonly why: 'signed-out' | 'another-application' | 'handed-in';
  /** Where it was posted. */
  readonly path: string;
  readonly posted: URLSearchParams;
  readonly now: Date;
}

const REASONS = {
  'signed-out': {
    title: 'Du har blivit utloggad',
    text: 'Det som du nyss skrev eller skickade är inte sparat.',
  },
  'not-handed-in': {
    title: 'Ansökan är inte inlämnad',
    text: 'Du har blivit utloggad. Det som du har sparat finns kvar. Logga in och lämna in ansökan.',
  },
  'another-application': {
    title: 'En annan ansökan är öppen',
    text: 'Det som du nyss skrev eller skickade är inte sparat. I den här webbläsaren är en annan person inloggad, eller en annan ansökan öppen.',
  },
  'handed-in': {
    title: 'Ansökan är redan inlämnad',
    text: 'Det som du nyss skrev eller skickade är inte med i den, och är inte sparat.',
  },
} as const;

const WAYS_ON = {
  'another-application': { href: '/', text: 'Logga in' },
  'handed-in': { href: '/ansokan/kvitto', text: 'Till kvittot' },
} as const;

/**
 * Says that nothing was saved, and gives back what was written. To ask the person to go back and copy it would not do:
 * a browser that then loads the page anew shows it empty, or with what somebody else has written.
 */
export function notSavedPage({ why, path, posted, now }: NotSavedParts): Html {
  const isHandingIn = why === 'signed-out' && path === pathOf('granska');
  const { title, text } = REASONS[isHandingIn ? 'not-handed-in' : why];
  const told = tellPosted(path, posted, now);
  return renderPage({ title }, [
    html`<div class="title">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
    </div>`,
    told.length === 0
      ? html``
      : html`<section class="part" aria-labelledby="skrev">
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
        </section>`,
    why === 'signed-out'
      ? html`<form method="post" action="/logga-in">
          ${renderReturnTo(path)} <button>Logga in igen</button>
        </form>`
      : renderWayOn(WAYS_ON[why]),
  ]);
}

function renderWayOn({ href, text }: (typeof WAYS_ON)[keyof typeof WAYS_ON]): Html {
  return html`<p><a class="back" href="${href}">${text}</a></p>`;
}
