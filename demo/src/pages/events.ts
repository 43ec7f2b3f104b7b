import type { CaseEvents } from '@medborgarnavet/host';
import { formatInstant, SOURCE_NAMES, type AccessAction, type AccessedSource } from '@medborgarnavet/model';
import { html } from 'hono/html';
import { incomeEndpoint } from '../income-host.ts';
import { renderPage, renderStepHeading, type Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { pathToSignIn } from '../sign-in/return-to.ts';
import { pathBefore, pathOf, type Step } from '../steps.ts';
import { renderElementsHead } from './elements.ts';

export interface EventsPageParts {
  readonly step: Step;
  readonly session: Session;
  /** What has been done with the person's data, for who has no script. */
  readonly done: CaseEvents;
  /** Of the elements' script. */
  readonly integrity: string;
}

/** What has happened with the application: when, and who was asked. No amounts. */
export function eventsPage({ step, session, done, integrity }: EventsPageParts): Html {
  const { application } = session;
  const { openedAt, handedIn } = application;
  const head = renderElementsHead(integrity);
  return renderPage({ title: step.title, session, head, ...(!handedIn && { step }) }, [
    renderStepHeading(step),
    html`${handedIn ? '' : html`<p>Ansökan öppnades ${formatInstant(openedAt)}.</p>`}
      <ssbtek-access-log endpoint="${incomeEndpoint(application)}" sign-in="${pathToSignIn(pathOf(step.id))}">
        <p>Ansökans referens är <span class="reference">${application.reference}</span>.</p>
        ${done.isWhole ? '' : html`<p>Listan kan inte visas i sin helhet just nu.</p>`} ${renderEvents(done)}
      </ssbtek-access-log>`,
    handedIn
      ? html`<p><a class="back" href="/ansokan/kvitto">Till kvittot</a></p>`
      : html`<p><a class="back" href="${pathBefore(step)}">Tillbaka</a></p>`,
  ]);
}

/** What was shown on a page is told by the element alone: it is often, and says little. */
const DONE: Readonly<Partial<Record<AccessAction, readonly [done: string, failed: string]>>> = {
  'income-fetch': ['Inkomster hämtade', 'Inkomster kunde inte hämtas'],
  'background-fetch': ['Bakgrund till siffrorna hämtad', 'Bakgrund till siffrorna kunde inte hämtas'],
  'income-withdraw': ['Hämtade uppgifter borttagna', 'Hämtade uppgifter kunde inte tas bort'],
  'draft-delete': ['Det du hade skrivit togs bort', 'Det du hade skrivit kunde inte tas bort'],
  submission: ['Ansökan inlämnad', 'Ansökan kunde inte lämnas in'],
  delivery: ['Ansökan finns hos kommunens handläggare', 'Ansökan har inte nått kommunens handläggare än'],
};

function renderEvents({ events, isWhole }: CaseEvents): Html {
  const told = events.filter(({ action, outcome }) => outcome !== 'begun' && DONE[action] !== undefined);
  if (told.length === 0) return isWhole ? html`<p>Inga uppgifter har hämtats eller lämnats än.</p>` : html``;
  return html`<ol class="events">
    ${told.toReversed().map(
      ({ at, action, outcome, sources = [] }) =>
        html`<li>
          <time datetime="${at.toISOString()}">${formatInstant(at)}</time>
          <p class="strong">${DONE[action]?.[outcome === 'done' ? 0 : 1]}</p>
          ${renderSources('Svarade', sources, 'answered')}
          ${renderSources('Kunde inte kontrolleras', sources, 'unchecked')}
        </li>`,
    )}
  </ol>`;
}

function renderSources(
  what: string,
  sources: readonly AccessedSource[],
  asked: AccessedSource['outcome'],
): Html {
  const names = sources.filter(({ outcome }) => outcome === asked).map(({ source }) => SOURCE_NAMES[source]);
  return names.length === 0 ? html`` : html`<p>${what}: ${names.join(', ')}.</p>`;
}
