import { formatInstant, formatMonths, parseMonths } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../localize/texts.ts';
import { renderProblemBox } from '../problem-box.ts';
import { renderButton } from '../button.ts';
import { renderSourceLines } from '../source-line.ts';
import { statementOf, type PrefillState } from './prefill.state.ts';
import type { PrefillDrawing } from './prefill.template.ts';

// What changes is written with `.textContent`: a translated page has other text nodes than the ones Lit remembers.

type Failed = Extract<PrefillState, { readonly kind: 'failed' }>;

/** What will be fetched, from whom and for what; the button; how it went; what every source said. */
export function renderFetchBox(input: PrefillDrawing): TemplateResult {
  const { state, view, period, disabled, texts, actions } = input;
  const { prefill } = texts;
  const asked = parseMonths(period);
  const statement = statementOf(state);
  return html`<div class="ask" part="fetch">
    <p class="measure" .textContent=${`${prefill.what(asked && formatMonths(asked))} ${prefill.from}`}></p>
    <ul class="authorities">
      ${view.asked.map((name) => html`<li .textContent=${name}></li>`)}
    </ul>
    <p class="measure quiet intro" .textContent=${`${prefill.purpose} ${prefill.manual}`}></p>
    <button
      type="button"
      id="fetch"
      class="main"
      part="button"
      ?disabled=${disabled}
      aria-disabled=${state.kind === 'asking'}
      @click=${actions.fetch}
    >
      <span .textContent=${prefill.fetch}></span>
    </button>
    <div class="status" role="status">${renderStatus(input)}</div>
    ${
      state.kind === 'asking' && input.isSlow
        ? renderButton({ text: prefill.stop, look: 'secondary', press: actions.stop })
        : nothing
    }
    ${
      statement
        ? html`${
              view.hasAmounts ? html`<p class="measure" .textContent=${prefill.howToCorrect}></p>` : nothing
            }
            <p class="measure quiet intro" .textContent=${prefill.again}></p>`
        : nothing
    }
    ${view.sources.length > 0 ? renderSourceLines(view.sources, prefill.sourcesHeading) : nothing}
    ${
      statement
        ? renderButton({ text: prefill.withdraw, look: 'secondary', disabled, press: actions.withdraw })
        : nothing
    }
  </div>`;
}

function renderStatus({
  state,
  view,
  isSlow,
  signIn,
  texts,
}: PrefillDrawing): TemplateResult | typeof nothing {
  const { prefill, problems } = texts;
  const words = { problems, signIn, signInText: prefill.signIn };
  switch (state.kind) {
    case 'idle':
      return nothing;
    case 'asking':
      return html`<p>
          <span class="strong" .textContent=${prefill.asking}></span>
          <span .textContent=${`${view.asked.join(', ')}.`}></span>
        </p>
        <p .textContent=${isSlow ? `${prefill.slow} ${prefill.meanwhile}` : prefill.meanwhile}></p>`;
    case 'resuming':
      return html`<p .textContent=${prefill.resuming}></p>`;
    case 'covered':
      return state.problem
        ? renderProblemBox(state.problem, { ...words, signIn: '' })
        : html`<p .textContent=${prefill.covered}></p>`;
    case 'stopped':
      return html`<p .textContent=${prefill.stopped}></p>`;
    case 'withdrawn':
      return html`<p .textContent=${prefill.withdrawn}></p>`;
    case 'failed':
      return renderProblemBox(state.problem, { ...words, problems: problemsIn(state, texts) });
    case 'answered':
      return html`<p>
          <span
            class="strong"
            .textContent=${prefill.fetched(formatInstant(state.statement.fetchedAt))}
          ></span>
          <span .textContent=${view.outcome ?? ''}></span>
        </p>
        ${view.age === undefined ? nothing : html`<p class="strong" .textContent=${prefill.old(view.age)}></p>`}
        ${view.gone.length === 0 ? nothing : renderGone(view.gone, texts)}`;
  }
}

/** Whoever looks after what is written says what has become of it. */
function problemsIn({ problem, isKept }: Failed, { problems, prefill }: Texts): Texts['problems'] {
  if (!isKept) return problems;
  return { ...problems, [problem]: { ...problems[problem], advice: prefill.signInToGoOn } };
}

function renderGone(gone: readonly string[], { changes }: Texts): TemplateResult {
  return html`<p class="strong" .textContent=${`${changes.heading}:`}></p>
    <ul class="gone">
      ${gone.map((text) => html`<li .textContent=${text}></li>`)}
    </ul>`;
}
