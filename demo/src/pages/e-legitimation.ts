import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import type { TestPerson } from '../session.ts';

/** What the page "Legitimera dig" posts: the id of a person, or that there will be none. */
export const PERSON = 'person';
export const CANCEL = 'avbryt';

/** Asks who it is. @param path where the answer is posted. */
export function identifyPage(persons: readonly TestPerson[], path: string): Html {
  return renderFrame(
    'Legitimera dig',
    html`<h1>Legitimera dig</h1>
      <p>Exempelköpings kommun vill veta vem du är. Välj en påhittad person.</p>
      <form method="post" action="${path}">
        <ul>
          ${persons.map(
            ({ id, title }) =>
              html`<li>
                <button name="${PERSON}" value="${id}">
                  <span class="id">${id}</span> <span>${title}</span>
                </button>
              </li>`,
          )}
        </ul>
        <button class="cancel" name="${CANCEL}" value="ja">Avbryt</button>
      </form>`,
  );
}

/** Says that there is nothing to answer any more. */
export function identifyExpiredPage(): Html {
  const title = 'Legitimeringen gäller inte';
  return renderFrame(
    title,
    html`<h1>${title}</h1>
      <p>Den kan redan vara använd, ha tagit för lång tid eller ha börjat i en annan webbläsare.</p>
      <p><a href="/">Tillbaka till Exempelköpings kommun</a></p>`,
  );
}

/** Looks like nothing of the municipality's: a person who signs in leaves it for a while. */
function renderFrame(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Påhittad e-legitimation</title>
        <link rel="icon" href="/static/exempelkoping.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/static/e-legitimation.css" />
      </head>
      <body>
        <header>
          <p class="name">Påhittad e-legitimation</p>
          <p>Den här sidan visas i stället för en riktig e-legitimation. Du behöver inget lösenord.</p>
        </header>
        <main>${content}</main>
      </body>
    </html>`;
}
