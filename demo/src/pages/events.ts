import { formatInstant } from '@medborgarnavet/model';
import { html } from 'hono/html';
import type { ApplicationEvent } from '../application.ts';
import { renderPage, renderStepHeading, type Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { pathBefore, type Step } from '../steps.ts';

/** What has happened with the application: when, and who was asked. No amounts. */
export function eventsPage(step: Step, session: Session): Html {
  const { reference, events, handedIn } = session.application;
  return renderPage({ title: step.title, session, ...(!handedIn && { step }) }, [
    renderStepHeading(step),
    html`<p>Ansökans referens är <span class="reference">${reference}</span>.</p>
      <ol class="events">
        ${events.map(
          (event) =>
            html`<li>
              <time datetime="${event.at.toISOString()}">${formatInstant(event.at)}</time>
              ${renderEvent(event)}
            </li>`,
        )}
      </ol>`,
    handedIn
      ? html`<p><a class="back" href="/ansokan/kvitto">Till kvittot</a></p>`
      : html`<p><a class="back" href="${pathBefore(step)}">Tillbaka</a></p>`,
  ]);
}

function renderEvent(event: ApplicationEvent): Html {
  switch (event.kind) {
    case 'opened':
      return html`<p class="strong">Ansökan öppnad</p>`;
    case 'handed-in':
      return html`<p class="strong">Ansökan inlämnad</p>`;
    case 'withdrawn':
      return html`<p class="strong">Hämtade uppgifter borttagna</p>`;
    case 'fetched':
    case 'background':
      return html`<p class="strong">
          ${event.kind === 'fetched' ? 'Inkomster hämtade' : 'Bakgrund till siffrorna hämtad'}
        </p>
        ${event.answered.length > 0 ? html`<p>Svarade: ${event.answered.join(', ')}.</p>` : ''}
        ${event.unchecked.length > 0 ? html`<p>Kunde inte kontrolleras: ${event.unchecked.join(', ')}.</p>` : ''}`;
  }
}
