import { html } from 'hono/html';
import { renderPage, type Html } from '../layout.ts';
import { pathOf } from '../steps.ts';
import { renderReturnTo } from './return-to.ts';
import { renderWritten, type WrittenParts } from './written.ts';

export interface NotSavedParts extends WrittenParts {
  /** Nobody is signed in, the page was of another application than the one that is open, or it is handed in. */
  readonly why: 'signed-out' | 'another-application' | 'handed-in';
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

/** Says that nothing was saved, and gives back what was written. */
export function notSavedPage({ why, path, posted, now }: NotSavedParts): Html {
  const isHandingIn = why === 'signed-out' && path === pathOf('granska');
  const { title, text } = REASONS[isHandingIn ? 'not-handed-in' : why];
  return renderPage({ title }, [
    html`<div class="title">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
    </div>`,
    renderWritten({ path, posted, now }),
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
