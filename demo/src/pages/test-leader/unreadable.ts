import { html } from 'hono/html';
import { renderPage, type Html } from '../../layout.ts';
import { renderTestHead, TEST_LEADER_PATH } from './parts.ts';

/** Says that what was posted cannot be read, and gives it back as it came, so that nothing is lost. */
export function unreadableTestPage(posted: URLSearchParams): Html {
  const filled = [...posted].filter(([, value]) => value.trim() !== '');
  return renderPage({ title: 'Svaren gick inte att läsa', failed: true, head: renderTestHead() }, [
    html`<div class="title">
      <h1>Svaren gick inte att läsa</h1>
      <p class="lead">
        Sidan skickade något som vi inte förstår, så inget är räknat. Gå tillbaka i webbläsaren och försök
        igen. Går det inte, kopiera det som du vill ha kvar härifrån.
      </p>
    </div>`,
    html`<dl class="answers">
      ${filled.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd class="as-written">${value}</dd>
          </div>`,
      )}
    </dl>`,
    html`<p><a href="${TEST_LEADER_PATH}">Börja om</a></p>`,
  ]);
}
