import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderButton } from '../button.ts';
import { nameOf, toChart, type ChartItem } from './income-view.chart-view.ts';
import type { Drawing } from './income-view.drawing.ts';
import { groupBy } from './income-view.origin.ts';
import { renderHeading } from './income-view.parts.ts';
import type { StatementView } from './income-view.view-model.ts';

/** With more months than this, the chart comes closed. */
const FEW = 6;

/** In percent: what is little beside something huge is seen all the same. */
const THINNEST = 0.4;

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Bars per month by source, and a table that says the same: it is there for whoever cannot see them, and for all on a press. */
export function renderChart(view: StatementView, drawing: Drawing): TemplateResult {
  const { texts, actions, showsTable, chartIsOpen } = drawing;
  const items = toChart(view.months, texts);
  const isOpen = chartIsOpen ?? view.months.length <= FEW;
  return html`<div class="part chart-part">
    ${renderHeading(texts.chart.heading, drawing, 'chart-heading')}
    <div class="buttons controls">
      ${renderButton({
        text: isOpen ? texts.chart.close : texts.chart.open,
        look: 'link',
        press: () => actions.toggleChart(!isOpen),
      })}
      ${
        isOpen
          ? renderButton({
              text: showsTable ? texts.chart.fromTable : texts.chart.toTable,
              look: 'link',
              press: actions.toggleTable,
            })
          : nothing
      }
    </div>
    ${isOpen && !showsTable ? renderBars(items, drawing) : nothing}
    <div class="chart-table ${isOpen && showsTable ? '' : 'visually-hidden'}">
      ${renderTable(items, drawing)}
    </div>
  </div>`;
}

function renderBars(items: readonly ChartItem[], { texts, actions, bar }: Drawing): TemplateResult {
  const at = items.some(({ key }) => key === bar) ? bar : items[0]?.key;
  const walk = (event: KeyboardEvent): void => {
    const next = STEPS[event.key]?.(
      items.findIndex(({ key }) => key === at),
      items.length - 1,
    );
    const item = next === undefined ? undefined : items[next];
    if (!item) return;
    event.preventDefault();
    actions.walk(item.key);
  };
  return html`<p class="measure quiet controls" .textContent=${texts.chart.how}></p>
    <svg class="patterns" aria-hidden="true" width="0" height="0"><defs>${PATTERNS}</defs></svg>
    <div
      class="chart"
      role="toolbar"
      aria-orientation="vertical"
      aria-labelledby="chart-heading"
      @keydown=${walk}
    >
      ${repeat(
        groupBy(items, ({ month }) => month),
        ([month]) => month,
        ([, of]) =>
          html`<div class="chart-month">
            <p class="strong" aria-hidden="true" .textContent=${of[0]?.monthLabel ?? ''}></p>
            ${repeat(
              of,
              ({ key }) => key,
              (item) => renderBar(item, item.key === at, actions),
            )}
          </div>`,
      )}
    </div>`;
}

function renderBar(item: ChartItem, isAt: boolean, actions: Drawing['actions']): TemplateResult {
  return html`<button
    type="button"
    id="bar-${item.key}"
    class="bar ${item.kind}"
    tabindex=${isAt ? 0 : -1}
    aria-label=${nameOf(item)}
    @focus=${() => actions.walk(item.key)}
    @click=${() => actions.goToMonth(item.month)}
  >
    ${item.label === '' ? nothing : html`<span class="bar-label" .textContent=${item.label}></span>`}
    ${
      item.bar
        ? html`<svg aria-hidden="true" width="100%" height="18">
            <rect
              class=${item.kind}
              x="${item.bar.x}%"
              y="1"
              width="${Math.max(item.bar.width, THINNEST)}%"
              height="16"
              fill=${item.kind === 'planned' ? 'none' : `url(#pattern-${item.origin === 'wages' ? 'SKV' : (item.origin ?? '')})`}
            />
          </svg>`
        : nothing
    }
    <span class="bar-value"><bdi .textContent=${item.value}></bdi></span>
  </button>`;
}

function renderTable(items: readonly ChartItem[], { texts }: Drawing): TemplateResult {
  return html`<table>
    <caption .textContent=${texts.chart.caption}></caption>
    <thead>
      <tr>
        <th scope="col" .textContent=${texts.chart.month}></th>
        <th scope="col" .textContent=${texts.chart.source}></th>
        <th scope="col" .textContent=${texts.chart.amount}></th>
      </tr>
    </thead>
    <tbody>
      ${repeat(
        items,
        ({ key }) => key,
        ({ monthLabel, label, value }) =>
          html`<tr>
            <th scope="row" .textContent=${monthLabel}></th>
            <td .textContent=${label || '–'}></td>
            <td><bdi .textContent=${value}></bdi></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Each source has a pattern of its own, so that nothing is told by colour alone. */
const PATTERNS: SVGTemplateResult = svg`
  ${pattern('FK', svg`<rect width="8" height="8" fill="currentColor" />`)}
  ${pattern('PM', svg`<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="currentColor" stroke-width="2.5" />`)}
  ${pattern('CSN', svg`<circle cx="4" cy="4" r="2.4" fill="currentColor" />`)}
  ${pattern('SO', svg`<path d="M0 2H8M0 6H8" stroke="currentColor" stroke-width="2" />`)}
  ${pattern('SKV', svg`<path d="M2 0V8M6 0V8" stroke="currentColor" stroke-width="2" />`)}
  ${pattern('AF', svg`<path d="M0 0H8V8" stroke="currentColor" stroke-width="2" fill="none" />`)}
  ${pattern('TNS', svg`<path d="M0 0L8 8" stroke="currentColor" stroke-width="2" />`)}
  ${pattern('MIV', svg`<path d="M0 0L8 8M8 0L0 8" stroke="currentColor" stroke-width="1.5" />`)}
`;

function pattern(source: string, drawn: SVGTemplateResult): SVGTemplateResult {
  return svg`<pattern id="pattern-${source}" width="8" height="8" patternUnits="userSpaceOnUse">${drawn}</pattern>`;
}
