import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { readReturnTo, RETURN_TO } from '../sign-in/return-to.ts';

/** In a form that begins a sign-in: leads back to the page that was asked for. */
export function renderReturnTo(wanted: string | undefined): Html {
  const returnTo = readReturnTo(wanted);
  return returnTo === undefined
    ? html``
    : html`<input type="hidden" name="${RETURN_TO}" value="${returnTo}" />`;
}
