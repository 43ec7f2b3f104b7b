import { formatInstant } from '@medborgarnavet/model';
import { html } from 'hono/html';
import { renderApplicationField } from '../form/application-field.ts';
import { renderPage, type Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { pathOf } from '../steps.ts';

/** Shown when an application has been handed in, and instead of its steps from then on. */
export function receiptPage(session: Session): Html {
  const { reference, handedIn } = session.application;
  return renderPage({ title: 'Ansökan är inlämnad', session }, [
    html`<h1>Ansökan är inlämnad</h1>
      <div class="receipt">
        <p>Vi har tagit emot din ansökan${handedIn ? html` den ${formatInstant(handedIn.at)}` : ''}.</p>
        <dl class="answers">
          <div>
            <dt>Referens</dt>
            <dd class="reference">${reference}</dd>
          </div>
        </dl>
        <p>Inga fler uppgifter hämtas till den här ansökan.</p>
      </div>
      <p><a href="${pathOf('handelser')}">Se vad som har hänt med din ansökan</a></p>
      <form method="post" action="/ansokan/ny">
        ${renderApplicationField(session.application)}
        <button class="secondary">Börja en ny ansökan</button>
      </form>`,
  ]);
}
