import { html } from 'hono/html';
import { APPLICATION } from '../form/application-field.ts';
import { incomeEndpoint } from '../income-host.ts';
import type { Html } from '../layout.ts';
import type { Session } from '../session.ts';
import { pathToSignIn } from '../sign-in/return-to.ts';
import { pathOf, type Step } from '../steps.ts';

/** Where the person is sent who must be gone at once: what anybody may have open. */
export const NEUTRAL = 'https://www.smhi.se/';

/** What a page with elements loads. */
export function renderElementsHead(integrity: string): Html {
  return html`<script type="module" src="/static/medborgarnavet.js" integrity="${integrity}"></script>
    <script type="module" src="/static/utloggad.js"></script>
    <script type="module" src="/static/lamna.js"></script>`;
}

/**
 * Keeps what is written in a step before it is saved, and leads who signs in again back to where they were. Without script it is
 * saved by the button, and what stands in the element says so.
 */
export function renderDraft({ id }: Step, { application, begun }: Session, button: string): Html {
  return html`<ssbtek-draft
    endpoint="${incomeEndpoint(application)}"
    sign-in="${pathToSignIn(pathOf(id))}"
    leave-out="${APPLICATION}"
    ${begun ? 'resume' : ''}
  >
    <p class="hint">Det du skriver sparas när du trycker på ${button}.</p>
  </ssbtek-draft>`;
}
