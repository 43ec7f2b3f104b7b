import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DraftTexts } from '../localize/draft.texts.ts';
import { renderButton } from '../button.ts';
import type { Question, Side } from './draft.choices.ts';

export interface ConflictDrawing {
  readonly questions: readonly Question[];
  /** The person has pressed before all was chosen. */
  readonly isRefused: boolean;
  /** The person has wanted to send the form before that. */
  readonly isStopped: boolean;
  readonly headingLevel: number;
  readonly texts: DraftTexts;
  readonly choose: (unit: string, side: Side) => void;
  readonly settle: (side?: Side) => void;
}

/** What two have written, and which of it stands. */
export function renderConflict(drawing: ConflictDrawing): TemplateResult {
  const { questions, isRefused, isStopped, headingLevel, texts, settle } = drawing;
  const { conflict } = texts;
  const missing = questions.filter(({ chosen }) => chosen === undefined).length;
  return html`<div class="block" part="conflict" role="group" aria-labelledby="conflict">
    <div
      class="subheading"
      id="conflict"
      role="heading"
      aria-level=${headingLevel + 1}
      aria-describedby=${isStopped ? 'stopped' : nothing}
      tabindex="-1"
      .textContent=${conflict.heading}
    ></div>
    ${isStopped ? html`<p class="error" id="stopped" .textContent=${conflict.stopped}></p>` : nothing}
    <p class="measure" .textContent=${conflict.what}></p>
    ${repeat(
      questions,
      ({ unit }) => unit,
      (question, index) => renderQuestion(question, index, drawing),
    )}
    ${
      isRefused && missing > 0
        ? html`<p class="error" id="missing" .textContent=${conflict.incomplete(missing)}></p>`
        : nothing
    }
    <div class="buttons">
      ${renderButton({ text: conflict.choose, look: 'main', press: () => settle() })}
      ${renderButton({ text: conflict.keepAll, look: 'secondary', press: () => settle('here') })}
      ${renderButton({ text: conflict.takeAll, look: 'secondary', press: () => settle('there') })}
    </div>
  </div>`;
}

function renderQuestion(
  question: Question,
  index: number,
  { texts, choose }: ConflictDrawing,
): TemplateResult {
  const { unit, label, chosen } = question;
  const sides = [
    ['here', texts.conflict.here],
    ['there', texts.conflict.there],
  ] as const;
  return html`<fieldset class="question">
    <legend .textContent=${label}></legend>
    ${sides.map(
      ([side, name]) =>
        html`<div class="choice">
          <input
            type="radio"
            id="${side}-${index}"
            name="question-${index}"
            part="input"
            .checked=${chosen === side}
            @change=${() => choose(unit, side)}
          />
          <label for="${side}-${index}">
            <span class="quiet" .textContent=${`${name}:`}></span>
            <bdi class="version" .textContent=${question[side]}></bdi>
          </label>
        </div>`,
    )}
  </fieldset>`;
}
