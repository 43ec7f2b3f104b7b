import { html, type TemplateResult } from 'lit';

/**
 * What every element draws itself in. The inner box is the container that the style sheets measure, and a container
 * tells nothing of its content's width; the outer one (`.frame` in the shared style sheet) says in its place how wide
 * the element wants to be where the page sizes it by its content: in a `<dialog>`, a table cell or a flex row.
 */
export function renderFrame(content: TemplateResult): TemplateResult {
  return html`<div class="frame"><div>${content}</div></div>`;
}
