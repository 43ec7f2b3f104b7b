import { html } from 'hono/html';
import type { Application } from '../application.ts';
import type { Html } from '../layout.ts';

/** The field in which every form of an application says which one it is of. */
export const APPLICATION = 'ansokan';

export function renderApplicationField({ reference }: Application): Html {
  return html`<input type="hidden" name="${APPLICATION}" value="${reference}" />`;
}
