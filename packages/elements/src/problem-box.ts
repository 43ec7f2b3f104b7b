import type { IncomeProblemKind } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from './localize/texts.ts';
import { SESSION_ENDED } from './problems.ts';

export interface ProblemWords {
  readonly problems: Texts['problems'];
  /** Where the host's sign-in is; empty when the page has not said. */
  readonly signIn: string;
  readonly signInText: string;
}

/** What went wrong, what to do, and when the session has ended the way to sign in again. */
export function renderProblemBox(
  problem: IncomeProblemKind,
  { problems, signIn, signInText }: ProblemWords,
): TemplateResult {
  const { heading, advice } = problems[problem];
  return html`<div class="problem">
    <p class="strong" .textContent=${heading}></p>
    <p class="measure" .textContent=${advice}></p>
    ${
      signIn === '' || !SESSION_ENDED.includes(problem)
        ? nothing
        : html`<p>
            <a href=${signIn}><span .textContent=${signInText}></span></a>
          </p>`
    }
  </div>`;
}
