import { html } from 'hono/html';
import { renderPage, type Html } from '../../layout.ts';
import { MARKS, type AnsweredView } from '../../test-leader/answered.ts';
import { PARTICIPANT } from '../../test-leader/form.ts';
import { CHOICE, viewAfter, WISH, type View } from '../../test-leader/post.ts';
import { countMarks, summariseDepths, type Counts } from '../../test-leader/summary.ts';
import type { TestPersons } from '../../test-leader/test-persons.ts';
import { MARK_WORDS, nameDepth, tellDepth, tellViews } from '../../test-leader/words.ts';
import { renderChoice, renderEarlier, renderTestHead, TEST_LEADER_PATH, TEST_LEADER_TITLE } from './parts.ts';

export interface SummaryTestPageParts {
  readonly testPersons: TestPersons;
  readonly views: readonly AnsweredView[];
  readonly participant: string;
  /** The view that was shown last, where there was one. */
  readonly shown?: View | undefined;
}

/** All that was answered so far. */
export function summaryTestPage(parts: SummaryTestPageParts): Html {
  const { views } = parts;
  return renderPage({ title: 'Sammanfattning', head: renderTestHead() }, [
    html`<div class="title">
      <p class="place">${TEST_LEADER_TITLE}</p>
      <h1>Sammanfattning</h1>
      <p class="lead">
        ${
          views.length === 0
            ? 'Det finns inga svar än.'
            : `${tellViews(views.length)} med svar. De sparas ingenstans. Spara dem innan du stänger sidan.`
        }
      </p>
    </div>`,
    views.length === 0 ? html`` : renderResults(parts),
    renderGoOn(parts),
  ]);
}

function renderResults({ views, participant }: SummaryTestPageParts): Html {
  return html`<form class="save" method="post" action="${TEST_LEADER_PATH}">
      ${renderEarlier(views)} <input type="hidden" name="${PARTICIPANT.name}" value="${participant}" />
      <button name="${WISH}" value="csv">Spara som CSV</button>
      <p class="hint">
        Filen har deltagarnas nummer, frågorna, svaren och dina anteckningar. Läs igenom anteckningarna nedan
        först: där får inget stå som visar vem någon är.
      </p>
    </form>
    <section class="part" aria-labelledby="djup-alla">
      <h2 id="djup-alla">Alla svar, per djup</h2>
      <ul class="results">
        ${summariseDepths(views).map(
          ({ depth, views: count, counts, ease }) =>
            html`<li>
              <h3>${nameDepth(depth)} <span class="quiet">(${tellViews(count)})</span></h3>
              ${renderCounts(counts, ease)}
            </li>`,
        )}
      </ul>
    </section>
    <section class="part" aria-labelledby="vyerna">
      <h2 id="vyerna">Vy för vy</h2>
      <ul class="results">
        ${views.map(
          (view) =>
            html`<li>
              <h3>Deltagare ${view.participant}, ${view.person}, ${tellDepth(view.depth)}</h3>
              ${renderCounts(countMarks([view]), view.ease === undefined ? undefined : String(view.ease))}
              ${renderTroubles(view)}
            </li>`,
        )}
      </ul>
    </section>`;
}

function renderCounts(counts: Counts, ease: string | undefined): Html {
  return html`<dl class="counts">
    ${MARKS.map(
      (mark) =>
        html`<div>
          <dt>${MARK_WORDS[mark]}</dt>
          <dd>${counts[mark]}</dd>
        </div>`,
    )}
    <div>
      <dt>Hur lätt (1–5)</dt>
      <dd>${ease ?? html`<span class="quiet">Inget svar</span>`}</dd>
    </div>
  </dl>`;
}

/** What was not right, and what was noted: that is what to read. */
function renderTroubles({ answers }: AnsweredView): Html {
  const told = answers.filter(
    ({ mark, note }) => (mark !== undefined && mark !== 'ratt') || note !== undefined,
  );
  if (told.length === 0) return html``;
  return html`<ul class="troubles">
    ${told.map(
      ({ question, mark, note }) =>
        html`<li>
          <p><span class="strong">${mark ? MARK_WORDS[mark] : 'Inte ställd'}:</span> ${question}</p>
          ${note === undefined ? '' : html`<p class="as-written quiet">${note}</p>`}
        </li>`,
    )}
  </ul>`;
}

function renderGoOn({ testPersons, views, participant, shown }: SummaryTestPageParts): Html {
  const [first] = testPersons.persons;
  const view = shown ? viewAfter(shown, testPersons) : first && { person: first, depth: 'months' as const };
  if (!view) return html``;
  return html`<section class="part" aria-labelledby="vidare">
    <h2 id="vidare">Fortsätt</h2>
    <form class="chooser" method="post" action="${TEST_LEADER_PATH}">
      ${renderEarlier(views)} <input type="hidden" name="${PARTICIPANT.name}" value="${participant}" />
      ${renderChoice(CHOICE, view, testPersons)}
      <button class="secondary" name="${WISH}" value="visa">Visa vyn</button>
    </form>
    <p><a href="${TEST_LEADER_PATH}">Börja om utan svar</a></p>
  </section>`;
}
