import { html } from 'hono/html';
import { renderApplicationField } from '../../form/application-field.ts';
import { renderPage, type Html } from '../../layout.ts';
import type { Session } from '../../session.ts';

export interface ExampleParts {
  readonly session: Session;
  /** Of the elements' script. */
  readonly integrity: string;
  /** Whom the host asks, where it is not those that the element names by itself. */
  readonly sources: string | undefined;
}

/** A page that shows one way to use the elements. */
export interface Example {
  /** The last part of its address. */
  readonly id: string;
  readonly title: string;
  /** What there is to see in it. */
  readonly intro: string;
  /** What else the page's head holds than the elements' script. */
  readonly head?: Html;
  /** What stands in the page's form. */
  readonly render: (parts: ExampleParts) => Html;
}

export const EXAMPLES_PATH = '/exempel';

/** An example with its form, which posts to the page's own address. */
export function examplePage(example: Example, parts: ExampleParts): Html {
  const { id, title, intro, head, render } = example;
  const { session, integrity } = parts;
  const scripts = html`<script
      type="module"
      src="/static/medborgarnavet.js"
      integrity="${integrity}"
    ></script>
    <link rel="stylesheet" href="/static/exempel.css" />
    ${head}`;
  return renderPage({ title, session, head: scripts }, [
    html`<div class="title">
      <p class="place"><a href="${EXAMPLES_PATH}">Exempel för utvecklare</a></p>
      <h1>${title}</h1>
      <p class="lead">${intro}</p>
    </div>`,
    html`<form class="example" method="post" action="${EXAMPLES_PATH}/${id}">
      ${renderApplicationField(session.application)} ${render(parts)}
      <div class="way-on"><button>Skicka</button></div>
    </form>`,
  ]);
}

/** The attribute that a page sets where the host asks others than the element names by itself. */
export function renderSources({ sources }: ExampleParts): Html {
  return sources === undefined ? html`` : html`sources="${sources}"`;
}
