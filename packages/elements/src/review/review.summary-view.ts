import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ReviewDrawing } from './review.drawing.ts';
import { renderFigure, renderLine } from './review.line-view.ts';
import { isChangeable, renderChange, renderSubheading } from './review.parts.ts';
import type { ReviewView } from './review.view-model.ts';

/** All that is to be read through. What comes from outside stands in a `bdi`. */
export function renderSummary(view: ReviewView, drawing: ReviewDrawing): TemplateResult {
  const { texts, changeHref } = drawing;
  return html`${renderDifferences(view, drawing)}
  ${view.notices.map((notice) => html`<p class="measure outcome" .textContent=${notice}></p>`)}
  ${renderUnchecked(view, drawing)} ${renderAnswer(view, drawing)} ${renderLines(view, drawing)}
  ${renderOwn(view, drawing)} ${renderTotal(view, drawing)} ${renderSetAside(view, drawing)}
  ${
    changeHref === '' || !isChangeable(drawing)
      ? nothing
      : html`<p class="change">
          <a href=${changeHref}><span .textContent=${texts.change.link}></span></a>
        </p>`
  }`;
}

function renderDifferences({ differences }: ReviewView, drawing: ReviewDrawing): unknown {
  const { texts } = drawing;
  if (!differences) return nothing;
  return html`<div class="block differences" id="differences" tabindex="-1" part="differences">
    ${renderSubheading(differences.heading, drawing)}
    ${
      differences.told.length === 0
        ? html`<p .textContent=${texts.differences.none}></p>`
        : html`<ul>
            ${differences.told.map((text) => html`<li><bdi .textContent=${text}></bdi></li>`)}
          </ul>`
    }
    <p .textContent=${differences.next}></p>
  </div>`;
}

function renderUnchecked({ unchecked }: ReviewView, { texts }: ReviewDrawing): unknown {
  if (!unchecked) return nothing;
  return html`<div class="block unchecked" part="unchecked">
    <p class="strong" .textContent=${unchecked.heading}></p>
    <p id="unchecked" .textContent=${texts.unchecked.unknown}></p>
    <ul aria-labelledby="unchecked">
      ${unchecked.names.map((name) => html`<li><bdi .textContent=${name}></bdi></li>`)}
    </ul>
    <p .textContent=${unchecked.advice}></p>
  </div>`;
}

function renderAnswer({ answer }: ReviewView, drawing: ReviewDrawing): unknown {
  const { texts } = drawing;
  if (answer === undefined) return nothing;
  return html`<div class="answer">
    <p>
      <span .textContent=${texts.review.question}></span>
      <span class="strong" .textContent=${answer}></span>
    </p>
    ${renderChange('har-inkomster', texts.change.answer, drawing)}
  </div>`;
}

/** Keyed, so that a row that comes does not move focus to another. */
function renderLines({ lines, empty }: ReviewView, drawing: ReviewDrawing): unknown {
  if (lines.length === 0) return empty.map((text) => html`<p class="measure" .textContent=${text}></p>`);
  return html`<ul class="lines" aria-label=${drawing.texts.review.incomes}>
    ${repeat(
      lines,
      ({ key }) => key,
      (line) => html`<li class="line" part="line">${renderLine(line, drawing)}</li>`,
    )}
  </ul>`;
}

function renderOwn({ own }: ReviewView, drawing: ReviewDrawing): unknown {
  const { texts } = drawing;
  if (own.length === 0) return nothing;
  return html`<div class="part">
    ${renderSubheading(texts.own.heading, drawing)}
    <ul class="own">
      ${own.map(
        ({ text, amount }) =>
          html`<li>
            <bdi .textContent=${text}></bdi>
            ${renderFigure(amount)}
          </li>`,
      )}
    </ul>
    ${renderChange('egna', texts.change.ownIncomes, drawing)}
  </div>`;
}

/** A sum that may be too low says so. */
function renderTotal({ total, unread }: ReviewView, { texts }: ReviewDrawing): unknown {
  if (!total && unread.length === 0) return nothing;
  return html`<div class="total" part="total">
    ${
      total
        ? html`<p class="strong">
            <span .textContent=${texts.review.total}></span>
            <bdi .textContent=${total.amount}></bdi>
          </p>`
        : nothing
    }
    ${unread.length > 0 ? html`<p .textContent=${texts.review.totalLacks(unread)}></p>` : nothing}
    ${total?.isIncomplete ? html`<p .textContent=${texts.review.totalIncomplete}></p>` : nothing}
  </div>`;
}

function renderSetAside({ setAside }: ReviewView, drawing: ReviewDrawing): unknown {
  if (setAside.length === 0) return nothing;
  return html`<div class="part">
    ${renderSubheading(drawing.texts.setAside.heading, drawing)}
    <ul>
      ${setAside.map((text) => html`<li><bdi .textContent=${text}></bdi></li>`)}
    </ul>
  </div>`;
}
