import { html } from 'hono/html';
import { APPLICATION } from '../../form/application-field.ts';
import { renderPage, type Html } from '../../layout.ts';
import type { Session } from '../../session.ts';
import { EXAMPLES_PATH, type Example } from './example.ts';

/** What an example posted, as it was posted. */
export function postedPage({ id, title }: Example, session: Session, posted: URLSearchParams): Html {
  const fields = [...posted].filter(([name]) => name !== APPLICATION);
  const head = html`<link rel="stylesheet" href="/static/exempel.css" />`;
  return renderPage({ title: 'Det här skickades', session, head }, [
    html`<div class="title">
      <p class="place">${title}</p>
      <h1>Det här skickades</h1>
    </div>`,
    html`<table class="posted">
      <thead>
        <tr>
          <th scope="col">Namn</th>
          <th scope="col">Värde</th>
        </tr>
      </thead>
      <tbody>
        ${fields.map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${breakable(name)}</th>
              <td>${value === '' ? html`<span class="quiet">(tomt)</span>` : value}</td>
            </tr>`,
        )}
      </tbody>
    </table>`,
    html`<p><a class="back" href="${EXAMPLES_PATH}/${id}">Tillbaka till exemplet</a></p>`,
  ]);
}

/** Lets a name such as `inkomster.fk.barnbidrag.retrieved` break where it has a point. */
function breakable(name: string): readonly Html[] {
  return name.split('.').map((part, index) => (index === 0 ? html`${part}` : html`.<wbr />${part}`));
}
