/** What is built into the one script about itself. */
export interface Build {
  readonly version: string;
  readonly tags: readonly string[];
}

/**
 * Whether no copy of the one script has run on the page before. One that comes later says on the console if it is of another version, and
 * which of its tags the page does not have, and must then do nothing at all: not even load its Lit, since the page's policy may allow its
 * Trusted Types policy only once (docs/decisions/0006). Its text is put first in the script, so it uses nothing from outside itself.
 */
export function isFirstOnPage({ version, tags }: Build): boolean {
  // A symbol, since any element's `id` becomes a name of the page's.
  const mark = Symbol.for('medborgarnavet.version');
  const first: unknown = Reflect.get(globalThis, mark);
  if (typeof first !== 'string') {
    Object.defineProperty(globalThis, mark, { value: version });
    return true;
  }
  const missing = tags.filter((tag) => !customElements.get(tag));
  if (first !== version || missing.length > 0) {
    const lost = missing.length > 0 ? ` <${missing.join('>, <')}> will not work here.` : '';
    console[lost ? 'error' : 'warn'](
      `medborgarnavet.js ${version} was loaded where ${first} had run already, and did nothing.${lost} Load one version only, the newest that the page needs.`,
    );
  }
  return false;
}
