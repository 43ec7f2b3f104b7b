import { formatMonths } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import { renderButton } from '../button.ts';
import { renderFrame } from '../frame.ts';
import { arrivingLines, renderSourceLines, type SourceLine } from '../source-line.ts';
import { renderBackground } from './income-view.background.ts';
import { renderChart } from './income-view.chart.ts';
import type { Drawing } from './income-view.drawing.ts';
import { renderFind } from './income-view.find-form.ts';
import { renderMonths } from './income-view.months.ts';
import { renderHeading, renderProblem } from './income-view.parts.ts';
import { wayOn, type StatementView } from './income-view.view-model.ts';

// What changes is written with `.textContent`: a translated page has other text nodes than the ones Lit remembers.

/** The whole element. */
export function renderIncomeView(view: StatementView | undefined, drawing: Drawing): TemplateResult {
  const { texts, actions, canLeave, heading, headingLevel, announcement } = drawing;
  return renderFrame(
    html`<section aria-labelledby="heading">
      ${canLeave ? renderButton({ text: texts.view.leave, look: 'secondary', id: 'leave', press: actions.leave }) : nothing}
      <div
        class="heading"
        id="heading"
        role="heading"
        tabindex="-1"
        aria-level=${headingLevel}
        .textContent=${heading || texts.view.heading}
      ></div>
      <div class="status" role="status">${renderStatus(view, drawing)}</div>
      ${renderWayOn(view, drawing)} ${view ? renderStatement(view, drawing) : nothing}
      <p class="visually-hidden" aria-live="polite" .textContent=${announcement}></p>
    </section>`,
  );
}

function renderStatus(view: StatementView | undefined, drawing: Drawing): TemplateResult {
  const { state, texts, period, asked, isBesideForm } = drawing;
  const say = (...sentences: readonly string[]): TemplateResult =>
    html`${sentences.map((sentence) => html`<p class="measure" .textContent=${sentence}></p>`)}`;
  switch (state.kind) {
    case 'idle':
      return say(texts.view.intro);
    case 'looking':
      return say(texts.view.looking);
    case 'empty':
      if (isBesideForm) return say(texts.view.emptyBesideForm);
      return say(period ? texts.view.empty(formatMonths(period)) : texts.view.emptyWithoutPeriod);
    case 'asking':
      return html`${say(texts.view.asking, texts.view.asks(asked.join(', ')))}
      ${isBesideForm ? nothing : renderArriving(state, texts)}${renderFetched(view, drawing)}`;
    case 'covered':
      return state.problem ? renderProblem(state.problem, drawing) : say(texts.view.covered);
    case 'left':
      return say(texts.view.left);
    case 'failed':
      return html`${renderProblem(state.problem, drawing)}${renderFetched(view, drawing)}`;
    case 'answered':
      return renderFetched(view, drawing);
  }
}

/** A form beside it tells what has come. */
function renderArriving(
  state: Extract<Drawing['state'], { kind: 'asking' }>,
  texts: Drawing['texts'],
): TemplateResult | typeof nothing {
  if (state.asked.length === 0) return nothing;
  return renderSourceLines(arrivingLines(state, texts, texts.view.waiting), texts.view.sources);
}

/** When what is shown was fetched, and whether it is all. A form beside it has said so already. */
function renderFetched(view: StatementView | undefined, { isBesideForm }: Drawing): TemplateResult {
  return view && !isBesideForm
    ? html`<p class="measure">
        <span .textContent=${view.fetched}></span>
        <span class=${view.isComplete ? nothing : 'strong'} .textContent=${view.outcome}></span>
      </p>`
    : html``;
}

/** What there is to press before anything is shown, or after it failed. */
function renderWayOn(view: StatementView | undefined, drawing: Drawing): TemplateResult | typeof nothing {
  const { state, texts, actions, period, isBesideForm } = drawing;
  const canFetch = period !== undefined && !isBesideForm;
  const retry = renderButton({ text: texts.view.retry, look: 'secondary', id: 'retry', press: actions.look });
  switch (state.kind) {
    case 'idle':
    case 'empty':
      return canFetch ? renderFetch(drawing) : nothing;
    case 'asking':
      return html`<p>
        ${renderButton({ text: texts.view.stop, look: 'secondary', id: 'stop', press: actions.stop })}
      </p>`;
    case 'covered':
      return state.problem ? retry : nothing;
    case 'failed': {
      if (view) return nothing;
      const way = wayOn(state.problem, canFetch);
      return way === 'fetch' ? renderFetch(drawing) : way === 'look' ? retry : nothing;
    }
    case 'looking':
    case 'answered':
    case 'left':
      return nothing;
  }
}

function renderFetch({ texts, actions, asked }: Drawing): TemplateResult {
  return html`<div class="ask intro" part="fetch">
    <p class="measure" .textContent=${`${texts.view.asks(asked.join(', '))} ${texts.view.purpose}`}></p>
    ${renderButton({ text: texts.view.fetch, look: 'main', id: 'fetch', press: actions.fetch })}
  </div>`;
}

function renderStatement(view: StatementView, drawing: Drawing): TemplateResult {
  return html`${renderFind(view, drawing)} ${renderMonths(view, drawing)} ${renderChart(view, drawing)}
  ${renderBackground(drawing)} ${drawing.isBesideForm ? nothing : renderSources(view.sources, drawing)}
  ${renderTake(drawing)}`;
}

function renderSources(sources: readonly SourceLine[], drawing: Drawing): TemplateResult {
  return html`<div class="part">
    ${renderHeading(drawing.texts.view.sources, drawing)}
    ${renderSourceLines(sources, drawing.texts.view.sources)}
  </div>`;
}

function renderTake(drawing: Drawing): TemplateResult {
  const { texts, actions, period, state, isBesideForm } = drawing;
  const { take, view } = texts;
  return html`<div class="part controls">
    ${renderHeading(take.heading, drawing)}
    <p class="measure" .textContent=${take.intro}></p>
    <div class="buttons">
      ${renderButton({ text: take.csv, look: 'secondary', press: actions.saveCsv })}
      ${renderButton({ text: take.json, look: 'secondary', press: actions.saveJson })}
      ${renderButton({ text: take.print, look: 'secondary', press: actions.print })}
      ${
        period && !isBesideForm && state.kind !== 'asking'
          ? renderButton({ text: view.again, look: 'secondary', id: 'again', press: actions.fetch })
          : nothing
      }
    </div>
  </div>`;
}
