import { html } from 'hono/html';
import type { Html } from '../layout.ts';

/** Where the person is sent who must be gone at once: what anybody may have open. */
export const NEUTRAL = 'https://www.smhi.se/';

/** What a page with elements loads. */
export function renderElementsHead(integrity: string): Html {
  return html`<script type="module" src="/static/medborgarnavet.js" integrity="${integrity}"></script>
    <script type="module" src="/static/lamna.js"></script>`;
}
