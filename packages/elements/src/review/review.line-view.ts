import { html, nothing, type TemplateResult } from 'lit';
import type { ReviewDrawing } from './review.drawing.ts';
import type { Figure, LineView } from './review.line.ts';
import { renderChange } from './review.parts.ts';

/** A row: what was retrieved, what the person says, and what counts, each under its own name. */
export function renderLine(line: LineView, drawing: ReviewDrawing): TemplateResult {
  const { line: words } = drawing.texts;
  const { key, label, retrieved, payers, own, reason, comment, disputed, counts, note } = line;
  return html`<div class="line-head">
      <div
        class="row-label"
        role="heading"
        aria-level=${drawing.headingLevel + 1}
        .textContent=${label}
      ></div>
      ${renderChange(key, label, drawing)}
    </div>
    ${note === undefined ? nothing : html`<p class="note changed" .textContent=${note}></p>`}
    <dl>
      <div>
        <dt .textContent=${words.retrieved}></dt>
        <dd>${renderFigure(retrieved)} ${renderNote(payers)}</dd>
      </div>
      <div>
        <dt .textContent=${words.own}></dt>
        <dd>${renderFigure(own)} ${renderNote(reason)}</dd>
      </div>
      ${
        comment === undefined
          ? nothing
          : html`<div class="wide">
              <dt .textContent=${words.comment}></dt>
              <dd><bdi class="as-written" .textContent=${comment}></bdi></dd>
            </div>`
      }
      ${
        disputed.length === 0
          ? nothing
          : html`<div class="wide">
              <dt .textContent=${words.disputed}></dt>
              ${disputed.map((text) => html`<dd><bdi .textContent=${text}></bdi></dd>`)}
            </div>`
      }
      <div class="counts">
        <dt .textContent=${words.counts}></dt>
        <dd>${renderFigure(counts)}</dd>
      </div>
    </dl>`;
}

export function renderFigure({ text, isAmount }: Figure): TemplateResult {
  return isAmount
    ? html`<bdi class="figure" part="amount" .textContent=${text}></bdi>`
    : html`<span class="quiet" .textContent=${text}></span>`;
}

function renderNote(text: string | undefined): TemplateResult | typeof nothing {
  return text === undefined ? nothing : html`<bdi class="note" .textContent=${text}></bdi>`;
}
