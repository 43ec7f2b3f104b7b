import { formatMonths, parseMonths } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../localize/texts.ts';
import { statementOf, type PrefillState } from './prefill.state.ts';
import type { PrefillView, SourceLine } from './prefill.view-model.ts';

export interface FetchBoxInput {
  readonly state: PrefillState;
  readonly view: PrefillView;
  /** As the attribute has it. */
  readonly period: string;
  readonly disabled: boolean;
  readonly texts: Texts;
  readonly press: (event: MouseEvent) => void;
}

// What changes is written with `.textContent`: a translated page has other text nodes than the ones Lit remembers.

/** What will be fetched, from whom and for what; the button; how it went; what every source said. */
export function renderFetchBox({
  state,
  view,
  period,
  disabled,
  texts,
  press,
}: FetchBoxInput): TemplateResult {
  const { prefill } = texts;
  const asked = parseMonths(period);
  return html`<div class="ask" part="fetch">
    <p class="measure" .textContent=${`${prefill.what(asked && formatMonths(asked))} ${prefill.from}`}></p>
    <ul class="authorities">
      ${view.asked.map((name) => html`<li .textContent=${name}></li>`)}
    </ul>
    <p class="measure quiet intro">${prefill.purpose} ${prefill.manual}</p>
    <button
      type="button"
      part="button"
      ?disabled=${disabled}
      aria-disabled=${state.kind === 'asking'}
      @click=${press}
    >
      ${prefill.fetch}
    </button>
    <div class="status" role="status">${renderStatus(state, view, texts)}</div>
    ${
      statementOf(state)
        ? html`${view.hasAmounts ? html`<p class="measure">${prefill.howToCorrect}</p>` : nothing}
            <p class="measure quiet intro">${prefill.again}</p>`
        : nothing
    }
    ${view.sources.length > 0 ? renderSources(view.sources, texts) : nothing}
  </div>`;
}

function renderStatus(
  state: PrefillState,
  view: PrefillView,
  { prefill, problems }: Texts,
): TemplateResult | typeof nothing {
  switch (state.kind) {
    case 'idle':
      return nothing;
    case 'asking':
      return html`<p><span class="strong">${prefill.asking}</span> ${view.asked.join(', ')}.</p>
        <p>${prefill.meanwhile}</p>`;
    case 'resuming':
      return html`<p>${prefill.resuming}</p>`;
    case 'failed': {
      const { heading, advice } = problems[state.problem];
      return html`<div class="problem">
        <p class="strong" .textContent=${heading}></p>
        <p .textContent=${advice}></p>
      </div>`;
    }
    case 'answered':
      return html`<p>
        <span class="strong" .textContent=${prefill.fetched(formatInstant(state.statement.fetchedAt))}></span>
        <span .textContent=${view.outcome ?? ''}></span>
      </p>`;
  }
}

function renderSources(sources: readonly SourceLine[], { prefill }: Texts): TemplateResult {
  return html`<ul class="sources" aria-label=${prefill.sourcesHeading}>
    ${sources.map(
      (line) =>
        html`<li class=${line.verdict}>
          <p class="strong" .textContent=${line.name}></p>
          <div>
            <p .textContent=${line.text}></p>
            ${line.details.map((detail) => html`<p class="quiet" .textContent=${detail}></p>`)}
          </div>
        </li>`,
    )}
  </ul>`;
}

/** `21 november 2026 kl. 09:14`, in Sweden. */
function formatInstant(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(new Date(instant));
}
