/** Firefox before 126 and Safari before 17.4 lack it. */
interface HasStates {
  readonly states?: CustomStateSet;
}

/**
 * Says in CSS where an element stands: `:state(asking)`. The names before it are no longer true. Browsers that do not know the selector are told
 * nothing: Chromium before 125 takes other names only, and throws at these.
 */
export function standIn({ states }: HasStates, name: string): void {
  if (!states || !CSS.supports('selector(:state(x))') || states.has(name)) return;
  states.clear();
  states.add(name);
}
