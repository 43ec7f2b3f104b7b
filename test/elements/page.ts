import type { LitElement } from 'lit';

/** The field of exactly that accessible name. */
export function byLabel(element: LitElement, name: string): HTMLInputElement {
  const fields = [...element.renderRoot.querySelectorAll('input')];
  const field = fields.find(({ ariaLabel }) => ariaLabel === name);
  if (!field) throw new Error(`No field is called ${name}`);
  return field;
}

/** Types as a person does: the field's events, and leaving it. */
export async function type(element: LitElement, name: string, text: string): Promise<void> {
  const field = byLabel(element, name);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

export async function press(element: LitElement, name: string): Promise<void> {
  const buttons = [...element.renderRoot.querySelectorAll('button')];
  const button = buttons.find(({ textContent }) => textContent.trim() === name);
  if (!button) throw new Error(`No button is called ${name}`);
  button.click();
  await element.updateComplete;
}

/** All that can be read, with every kind of space as one space. */
export function textOf(element: LitElement, selector = 'section'): string {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(selector)]
    .map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim())
    .join('\n');
}
