import { formatInstant, type BackgroundBlock } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderButton } from '../button.ts';
import { toBlocks, type BlockView } from './income-view.background-view.ts';
import type { Drawing } from './income-view.drawing.ts';
import { backgroundOf } from './income-view.state.ts';
import { renderHeading, renderProblem } from './income-view.parts.ts';

/** What lies behind the payments: asked for on a press of its own, and never before. */
export function renderBackground(drawing: Drawing): TemplateResult | typeof nothing {
  const { hasBackground, state, texts, actions } = drawing;
  if (!hasBackground) return nothing;
  const background = backgroundOf(state);
  const isAsking = background.kind === 'asking';
  const isShown = background.kind === 'answered';
  return html`<div class="part ${isShown ? '' : 'controls'}">
    ${renderHeading(texts.background.heading, drawing, 'background')}
    ${isShown ? nothing : html`<p class="measure" .textContent=${texts.background.intro}></p>`}
    ${
      isShown
        ? nothing
        : html`<button
            type="button"
            id="more"
            class="secondary"
            part="secondary-button"
            aria-disabled=${isAsking || state.kind === 'asking'}
            @click=${actions.fetchBackground}
          >
            <span .textContent=${texts.background.more}></span>
          </button>`
    }
    <div class="status" role="status">
      ${isAsking ? html`<p .textContent=${texts.background.asking}></p>` : nothing}
      ${background.kind === 'failed' ? renderProblem(background.problem, drawing) : nothing}
      ${
        isShown
          ? html`<p
              .textContent=${texts.background.fetched(formatInstant(background.statement.fetchedAt))}
            ></p>`
          : nothing
      }
    </div>
    ${
      isShown
        ? repeat(
            toBlocks(background.statement, texts),
            ({ line }) => line.source,
            (block) => renderBlock(block, drawing),
          )
        : nothing
    }
    ${
      isShown && background.statement.blocks.some(hasGap)
        ? html`<p class="controls">
            ${renderButton({ text: texts.view.retry, look: 'secondary', press: actions.fetchBackground })}
          </p>`
        : nothing
    }
  </div>`;
}

function hasGap({ verdict, sections }: BackgroundBlock): boolean {
  return verdict === 'unchecked' || sections.some((section) => section.verdict === 'unchecked');
}

function renderBlock({ line, facts }: BlockView, { headingLevel }: Drawing): TemplateResult {
  return html`<div class="block ${line.verdict}">
    <div class="month-name" role="heading" aria-level=${headingLevel + 2} .textContent=${line.name}></div>
    <p class=${line.verdict === 'unchecked' ? 'strong' : 'quiet'} .textContent=${line.text}></p>
    ${line.details.map((detail) => html`<p class="quiet" .textContent=${detail}></p>`)}
    ${
      facts.length === 0
        ? nothing
        : html`<ul class="facts">
            ${facts.map(
              ({ heading, sentences }) =>
                html`<li>
                  <p class="strong" .textContent=${heading}></p>
                  ${sentences.map((sentence) => html`<p class="measure"><bdi .textContent=${sentence}></bdi></p>`)}
                </li>`,
            )}
          </ul>`
    }
  </div>`;
}
