import { html } from 'hono/html';
import type { FieldError, Written } from '../../form/field.ts';
import { renderErrorSummary, renderFields } from '../../form/render.ts';
import { renderPage, type Html } from '../../layout.ts';
import type { AnsweredView } from '../../test-leader/answered.ts';
import { EASE, markField, noteField, PARTICIPANT } from '../../test-leader/form.ts';
import {
  CHOICE,
  hiddenView,
  NEXT,
  SHOWN,
  viewAfter,
  WISH,
  type AskedView,
  type View,
} from '../../test-leader/post.ts';
import { numberOf, tellDepth, tellViews } from '../../test-leader/words.ts';
import {
  renderChoice,
  renderEarlier,
  renderShownView,
  renderTestHead,
  TEST_LEADER_PATH,
  TEST_LEADER_TITLE,
  type ViewParts,
} from './parts.ts';

export interface ViewTestPageParts extends ViewParts {
  /** With no questions, nothing could be fetched. */
  readonly view: AskedView;
  /** The view that was chosen to come after, where one was. */
  readonly next?: View | undefined;
  readonly earlier: readonly AnsweredView[];
  readonly written: Written;
  readonly errors: readonly FieldError[];
  readonly notice?: string | undefined;
}

/** A view, and what to ask of it. */
export function viewTestPage(parts: ViewTestPageParts): Html {
  const { integrity, errors, notice } = parts;
  const head = renderTestHead(integrity);
  return renderPage({ title: TEST_LEADER_TITLE, head, failed: errors.length > 0 }, [
    renderErrorSummary(errors),
    html`<div class="title">
      <h1>${TEST_LEADER_TITLE}</h1>
      <p class="lead">
        Här provar du tillsammans med en person i taget om vyn går att förstå. Alla uppgifter är påhittade.
      </p>
    </div>`,
    renderHow(),
    notice === undefined ? html`` : html`<p class="notice">${notice}</p>`,
    renderChooser(parts),
    html`<div class="stage-and-questions">${renderStage(parts)} ${renderQuestions(parts)}</div>`,
  ]);
}

function renderStage(parts: ViewTestPageParts): Html {
  const { person, depth } = parts.view;
  const alone = `${TEST_LEADER_PATH}?person=${person.id}&djup=${numberOf(depth)}&bara=vyn`;
  return html`<section class="stage" aria-label="Vyn">
    <div class="stage-head">
      <p><span class="strong">${person.id}</span>, ${tellDepth(depth)}</p>
      <a href="${alone}" target="testvy">Öppna bara vyn i ett eget fönster</a>
    </div>
    ${renderShownView(parts, 2)}
  </section>`;
}

function renderHow(): Html {
  return html`<details class="how">
    <summary>Så gör du</summary>
    <ul>
      <li>Ge deltagaren ett nummer. Skriv aldrig namn eller personnummer.</li>
      <li>Låt deltagaren se vyn i ett eget fönster, så att frågorna och dina kryss inte syns.</li>
      <li>Säg: ”Tänk dig att det här är dina pengar.”</li>
      <li>Läs en fråga i taget, ordagrant. Hjälp inte till och säg inte om svaret är rätt.</li>
      <li>Gå vidare med Nästa vy. Svaren följer med, men sparas ingenstans förrän du sparar dem själv.</li>
    </ul>
  </details>`;
}

/** Another view, without answering this one. With answers to carry it is a post, and else an address to share. */
function renderChooser({ view, testPersons, earlier, written }: ViewTestPageParts): Html {
  const carries = earlier.length > 0;
  const [participant = ''] = written.get(PARTICIPANT.name) ?? [];
  return html`<form class="chooser" method="${carries ? 'post' : 'get'}" action="${TEST_LEADER_PATH}">
    ${
      carries
        ? html`${renderEarlier(earlier)}
            <input type="hidden" name="${PARTICIPANT.name}" value="${participant}" />`
        : ''
    }
    ${renderChoice(CHOICE, view, testPersons)}
    <button class="secondary" ${carries ? html`name="${WISH}" value="visa"` : ''}>Visa vyn</button>
    ${
      carries
        ? html`<p class="hint">
            ${tellViews(earlier.length)} med svar följer med. Det du fyller i nedan följer med först när du
            trycker på Nästa vy.
          </p>`
        : ''
    }
  </form>`;
}

function renderQuestions(parts: ViewTestPageParts): Html {
  const { view, testPersons, earlier, written, errors } = parts;
  const { person, questions } = view;
  const next = parts.next ?? viewAfter(view, testPersons);
  if (questions.length === 0) {
    return html`<p class="notice">
      Det gick inte att hämta uppgifter om ${person.id} just nu. Välj vyn en gång till, så försöker vi igen.
    </p>`;
  }
  return html`<form class="questions" method="post" action="${TEST_LEADER_PATH}">
    <h2>Frågor till deltagaren</h2>
    ${renderEarlier(earlier)} <input type="hidden" name="${SHOWN}" value="${hiddenView(view)}" />
    ${renderFields([PARTICIPANT], written, errors)}
    ${questions.map(
      (question, index) =>
        html`<div class="asked">
          <div class="marks">${renderFields([markField(question, index)], written, errors)}</div>
          <details>
            <summary>Visa rätt svar<span class="visually-hidden"> på fråga ${index + 1}</span></summary>
            <p>${question.answer}</p>
          </details>
          ${renderFields([noteField(question, index)], written, errors)}
        </div>`,
    )}
    <div class="asked marks ease">${renderFields([EASE], written, errors)}</div>
    <div class="next">
      <h3>Nästa vy</h3>
      <div class="choices">${renderChoice(NEXT, next, testPersons)}</div>
      <div class="way-on">
        <button name="${WISH}" value="nasta">Nästa vy</button>
        <button class="secondary" name="${WISH}" value="sammanfattning">Visa sammanfattning</button>
      </div>
      <p class="hint">Det du har fyllt i ovan följer med.</p>
    </div>
  </form>`;
}
