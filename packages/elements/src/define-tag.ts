/**
 * Defines a tag, once. In a browser that lacks what the elements stand on (docs/browsers.md) the tag stays unknown: what the host has put
 * inside it is seen, and its form is an ordinary form.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (canRun() && !customElements.get(tag)) customElements.define(tag, element);
}

/** Safari before 16.4 has neither; each came later than the syntax that the script is built for. */
function canRun(): boolean {
  return 'attachInternals' in HTMLElement.prototype && 'adoptedStyleSheets' in Document.prototype;
}
