import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Drawing } from './income-view.drawing.ts';
import type { MonthView } from './income-view.month-view.ts';
import { groupsOf } from './income-view.origin.ts';
import { renderPayment } from './income-view.payment.ts';
import { renderHeading } from './income-view.parts.ts';
import type { StatementView } from './income-view.view-model.ts';

/** With more payments than this, months come closed. */
const FEW = 12;

export function renderMonths(view: StatementView, drawing: Drawing): TemplateResult {
  return html`<div class="part">
    ${renderHeading(drawing.texts.view.months, drawing, 'months')}
    <ul class="months" aria-labelledby="months">
      ${repeat(
        view.listed,
        ({ key }) => key,
        (month) => renderMonth(month, view, drawing),
      )}
    </ul>
  </div>`;
}

function renderMonth(month: MonthView, view: StatementView, drawing: Drawing): TemplateResult {
  const { texts, months, depth, isPrinting, actions, headingLevel } = drawing;
  const comesOpen = depth === '' ? view.count <= FEW : depth !== 'months';
  const isOpen = isPrinting || view.isSearching || (months.get(month.key) ?? comesOpen);
  const count = month.entries.length;
  const id = `payments-${month.key}`;
  return html`<li class="month ${month.standing}" part="month">
    <div class="month-head">
      <div
        class="month-name"
        id="month-${month.key}"
        role="heading"
        tabindex="-1"
        aria-level=${headingLevel + 2}
        .textContent=${month.label}
      ></div>
      <p class="figure" part="amount"><bdi .textContent=${month.figure}></bdi></p>
    </div>
    <p class="measure" .textContent=${month.sentence}></p>
    ${month.gaps.map((gap) => html`<p class="measure strong gap" .textContent=${gap}></p>`)}
    ${month.notes.map((note) => html`<p class="measure quiet" .textContent=${note}></p>`)}
    ${
      count === 0 || view.isSearching
        ? nothing
        : html`<button
            type="button"
            class="link"
            part="link-button"
            aria-expanded=${isOpen}
            aria-controls=${id}
            @click=${() => actions.toggleMonth(month.key, !isOpen)}
          >
            <span .textContent=${isOpen ? texts.month.close(count) : texts.month.open(count)}></span>
            <span class="visually-hidden" .textContent=${month.label}></span>
          </button>`
    }
    ${
      count === 0
        ? nothing
        : html`<div class="of-month" id=${id} ?hidden=${!isOpen}>
            ${isOpen ? renderSourceGroups(month, view, drawing) : nothing}
          </div>`
    }
  </li>`;
}

function renderSourceGroups(
  { key, entries }: MonthView,
  view: StatementView,
  drawing: Drawing,
): TemplateResult {
  return html`${repeat(
    groupsOf(entries, drawing.texts),
    ({ origin }) => origin,
    ({ origin, name, entries: of }) =>
      html`<p class="group-name" id="group-${key}-${origin}" .textContent=${name}></p>
        <ul class="lines" aria-labelledby="group-${key}-${origin}">
          ${repeat(
            of,
            (entry) => entry.key,
            (entry) => renderPayment(entry, view.time, drawing),
          )}
        </ul>`,
  )}`;
}
