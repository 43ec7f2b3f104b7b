/**
 * Puts text in a field past a setter that a framework has put on the very element to see what scripts write: with the
 * events of typing after it, the framework takes it for the person's.
 */
export function setText(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const { prototype } = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
}
