import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { isSaved, type Application } from './application.ts';
import { frame } from './frame.ts';
import type { SignedIn } from './session.ts';
import { BACKGROUND, pathOf, STEPS, STEPS_TO_HAND_IN, type Step } from './steps.ts';

export type Html = ReturnType<typeof html>;

export interface PageOptions {
  /** Says what the page is, and nothing about the person. */
  readonly title: string;
  readonly session?: SignedIn | undefined;
  /** Whether the page tells of something to put right. */
  readonly failed?: boolean;
  /** What else the page's head holds. */
  readonly head?: Html;
  /** The part of the application that the page is, or the page beside them. */
  readonly step?: Step | typeof BACKGROUND;
}

/** A whole page: the municipality's frame around the content. */
export function renderPage(options: PageOptions, content: Html | readonly Html[]): Html {
  const { title, session, failed, head, step } = options;
  return html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${failed ? 'Fel: ' : ''}${title} – Exempelköpings kommun</title>
        <link rel="icon" href="/static/exempelkoping.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/static/exempelkoping.css" />
        ${head}
      </head>
      <body ${session ? html`data-ssbtek-session="${signInWord(session)}"` : ''}>
        <a class="skip" href="#innehall">Hoppa till innehållet</a>
        ${renderHeader(session)}
        <div class="frame ${step ? 'with-steps' : ''}">
          <main id="innehall" tabindex="-1">${content}</main>
          ${step && session?.application ? renderSteps(step, session.application) : ''}
        </div>
        <footer class="footer">
          <div class="inner">
            <p class="strong">Exempelköpings kommun</p>
            <p>
              Kommunen finns inte. Det som du skriver här sparas krypterat tills du lämnar in, i högst sju
              dagar.
            </p>
            <p class="footer-links">
              <a href="/exempel">Exempel för utvecklare</a>
              ${frame().forTestLeaders ? html`<a href="/testledning">För testledare</a>` : ''}
            </p>
          </div>
        </footer>
      </body>
    </html>`;
}

/** Another for each sign-in, for the elements to tell the other tabs. It cannot be turned into the session's name. */
function signInWord({ id }: SignedIn): string {
  return createHash('sha256').update(`sign-in ${id}`).digest('base64url').slice(0, 16);
}

function renderHeader(session: SignedIn | undefined): Html {
  return html`<header class="header">
    <p class="banner">Det här är en demonstration. Kommunen och alla personer är påhittade.</p>
    <div class="inner">
      <a class="brand" href="/">
        <img src="/static/exempelkoping.svg" alt="" width="40" height="40" />
        <span class="brand-name">Exempelköpings kommun</span>
        <span class="brand-service">Ekonomiskt bistånd</span>
      </a>
      ${
        session
          ? html`<form class="signed-in" method="post" action="/logga-ut" data-ssbtek-sign-out>
              <span>Inloggad som ${session.person.id}</span>
              <button class="secondary">Logga ut</button>
            </form>`
          : ''
      }
    </div>
  </header>`;
}

const CURRENT = raw('aria-current="page"');

/** After the content, here and on the page: on a small screen nobody has to pass it first. */
function renderSteps(current: Step | typeof BACKGROUND, application: Application): Html {
  const saved = (step: Step): boolean => isSaved(application, step.id);
  return html`<nav class="steps" aria-label="Delar i ansökan">
    <p class="strong" aria-hidden="true">Delar i ansökan</p>
    <ol>
      ${STEPS.map(
        (step) =>
          html`<li class="${saved(step) ? 'saved' : ''} ${step === current ? 'current' : ''}">
            <a href="${pathOf(step.id)}" ${step === current ? CURRENT : ''}>${step.title}</a>
            ${saved(step) ? html`<span class="visually-hidden">(sparad)</span>` : ''}
          </li>`,
      )}
    </ol>
    <p class="beside-steps ${current === BACKGROUND ? 'current' : ''}">
      <a href="${BACKGROUND.path}" ${current === BACKGROUND ? CURRENT : ''}>${BACKGROUND.title}</a>
    </p>
  </nav>`;
}

/** The heading of a step, with how far the person has come. */
export function renderStepHeading(step: Step): Html {
  const place = STEPS_TO_HAND_IN.indexOf(step) + 1;
  return html`<div class="title">
    ${place > 0 ? html`<p class="place">Steg ${place} av ${STEPS_TO_HAND_IN.length}</p>` : ''}
    <h1>${step.title}</h1>
    <p class="lead">${step.intro}</p>
  </div>`;
}
