import { html } from 'hono/html';
import { renderPage, type Html } from '../../layout.ts';
import type { SignedIn } from '../../session.ts';
import { EXAMPLES_PATH, type Example } from './example.ts';

/** The examples, for those who are to embed the elements. */
export function listPage(examples: readonly Example[], session: SignedIn | undefined): Html {
  return renderPage({ title: 'Exempel för utvecklare', session }, [
    html`<div class="title">
      <h1>Exempel för utvecklare</h1>
      <p class="lead">
        Så kan elementen sitta i en e-tjänst som redan finns. Varje exempel visar efteråt vad som skickades.
      </p>
    </div>`,
    session
      ? html``
      : html`<p class="notice">
          Exemplen hämtar inkomster till en ansökan. <a href="/">Logga in som testperson</a> först.
        </p>`,
    html`<dl class="answers">
      ${examples.map(
        ({ id, title, intro }) =>
          html`<div>
            <dt><a href="${EXAMPLES_PATH}/${id}">${title}</a></dt>
            <dd>${intro}</dd>
          </div>`,
      )}
    </dl>`,
  ]);
}
