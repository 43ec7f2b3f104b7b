import type { LitElement } from 'lit';

/** The field of exactly that accessible name. */
export function byLabel(element: LitElement, name: string): HTMLInputElement {
  return named([...element.renderRoot.querySelectorAll('input')], name);
}

/** The list to choose from of exactly that accessible name. */
export function listByLabel(element: LitElement, name: string): HTMLSelectElement {
  return named([...element.renderRoot.querySelectorAll('select')], name);
}

function named<Field extends Element>(fields: readonly Field[], name: string): Field {
  const found = fields.find(({ ariaLabel }) => ariaLabel === name);
  if (!found) throw new Error(`No field is called ${name}`);
  return found;
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

export async function choose(element: LitElement, name: string, text: string): Promise<void> {
  const list = listByLabel(element, name);
  const option = [...list.options].find(({ label }) => label === text);
  if (!option) throw new Error(`${name} has no ${text}`);
  list.value = option.value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** By its accessible name. */
export function button(element: LitElement, name: string): HTMLButtonElement {
  const buttons = [...element.renderRoot.querySelectorAll('button')];
  const found = buttons.find((each) => (each.ariaLabel ?? each.textContent.trim()) === name);
  if (!found) throw new Error(`No button is called ${name}`);
  return found;
}

export async function press(element: LitElement, name: string): Promise<void> {
  button(element, name).click();
  await element.updateComplete;
}

/** All that can be read, with every kind of space as one space. */
export function textOf(element: LitElement, selector = 'section'): string {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(selector)]
    .map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim())
    .join('\n');
}

/** What can be read of the row with that label. */
export function rowOf(element: LitElement, label: string): string {
  const rows = textOf(element, '.row').split('\n');
  const row = rows.find((text) => text.startsWith(label));
  if (row === undefined) throw new Error(`No row is called ${label}`);
  return row;
}
