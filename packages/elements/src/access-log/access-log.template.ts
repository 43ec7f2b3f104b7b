import { html, nothing, type TemplateResult } from 'lit';
import { renderButton } from '../button.ts';
import { renderFrame } from '../frame.ts';
import type { AccessLogTexts } from '../localize/access-log.texts.ts';
import { renderProblemBox } from '../problem-box.ts';
import { isPassing } from '../problems.ts';
import { renderShown } from './access-log.shown-view.ts';
import type { AccessLogState } from './access-log.state.ts';
import type { AccessLogView, DayView, LineView } from './access-log.view-model.ts';

export interface AccessLogDrawing {
  readonly state: AccessLogState;
  /** Undefined when there is nothing to show. */
  readonly view: AccessLogView | undefined;
  /** In place of the ordinary one. */
  readonly heading: string;
  readonly headingLevel: number;
  readonly signIn: string;
  /** The person wants to see when what was kept has been shown, or it is printed. */
  readonly isOpen: boolean;
  readonly texts: AccessLogTexts;
  readonly retry: () => void;
  readonly toggle: () => void;
}

// What changes is written with `.textContent`: a translated page has other text nodes than the ones Lit remembers.

/** The whole element. */
export function renderAccessLog(drawing: AccessLogDrawing): TemplateResult {
  const { state, view, texts, headingLevel, heading, retry } = drawing;
  const { problem } = 'problem' in state ? state : {};
  return renderFrame(
    html`<section aria-labelledby="heading" lang=${texts.lang} ?hidden=${state.kind === 'idle'}>
      <div
        class="heading"
        id="heading"
        role="heading"
        tabindex="-1"
        aria-level=${headingLevel}
        .textContent=${heading || texts.log.heading}
      ></div>
      <div class="status" role="status" part="status">${renderStatus(drawing)}</div>
      ${
        problem !== undefined && isPassing(problem)
          ? html`<p>
              ${renderButton({ text: texts.log.retry, look: 'secondary', id: 'retry', press: retry })}
            </p>`
          : nothing
      }
      ${view ? renderLog(view, drawing) : nothing}
    </section>`,
  );
}

function renderStatus({ state, view, texts, signIn }: AccessLogDrawing): TemplateResult | typeof nothing {
  const { log, problems } = texts;
  const say = (text: string): TemplateResult => html`<p class="measure" .textContent=${text}></p>`;
  switch (state.kind) {
    case 'idle':
    case 'answered':
      return nothing;
    case 'looking':
      return view ? nothing : say(log.looking);
    case 'covered':
    case 'failed': {
      if (state.problem === undefined) return say(log.covered);
      const box = renderProblemBox(state.problem, { problems, signIn, signInText: log.signIn });
      return html`${box}${view ? say(log.stale) : nothing}`;
    }
  }
}

function renderLog(view: AccessLogView, drawing: AccessLogDrawing): TemplateResult {
  const { log } = drawing.texts;
  return html`<p class="measure" .textContent=${log.intro}></p>
    <dl class="facts" part="facts">
      ${renderFact(log.purpose, view.purpose)} ${renderFact(log.reference, view.reference)}
    </dl>
    ${view.notes.map((note) => html`<p class="measure note" .textContent=${note}></p>`)}
    ${view.days.map((day) => renderDay(day, drawing))}
    ${view.shown.length > 0 ? renderShown(view.shown, drawing) : nothing}
    <div class="help" part="help">
      <p class="measure" .textContent=${log.help}></p>
      <slot name="help"></slot>
    </div>`;
}

function renderFact(name: string, text: string): TemplateResult {
  return html`<div>
    <dt .textContent=${name}></dt>
    <dd><bdi .textContent=${text}></bdi></dd>
  </div>`;
}

function renderDay({ date, label, lines }: DayView, { headingLevel }: AccessLogDrawing): TemplateResult {
  const id = `day-${date}`;
  return html`<div class="day" part="day">
    <div class="subheading" id=${id} role="heading" aria-level=${headingLevel + 1}>
      <time datetime=${date} .textContent=${label}></time>
    </div>
    <ul aria-labelledby=${id}>
      ${lines.map(renderLine)}
    </ul>
  </div>`;
}

function renderLine({ at, time, standing, text, sources }: LineView): TemplateResult {
  return html`<li class="line ${standing}" part="line">
    <time class="when" datetime=${at} .textContent=${time}></time>
    <div>
      <p class="strong" .textContent=${text}></p>
      ${sources.map((sentence) => html`<p .textContent=${sentence}></p>`)}
    </div>
  </li>`;
}
