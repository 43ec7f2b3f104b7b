import { setText } from '../native-fields.ts';
import type { Entry } from './draft.units.ts';

/** A field that the browser draws. */
export type NativeField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const NO_VALUE = new Set(['button', 'submit', 'reset', 'image', 'file', 'password']);

export function isNativeField(element: unknown): element is NativeField {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

/** Have been passwords: a page may show one as text, at the person's wish. */
const secrets = new WeakSet<NativeField>();

/** Whether what stands in it is the person's to keep: no secret, nothing of the page's own, nothing that was retrieved. */
export function isKept(field: NativeField): boolean {
  if (field.type === 'password') secrets.add(field);
  if (field.name === '' || NO_VALUE.has(field.type) || field.matches(':disabled')) return false;
  if (field.type === 'hidden') return field.hasAttribute('data-ssbtek-keep');
  if (secrets.has(field) || field.autocomplete.includes('password') || field.autocomplete === 'one-time-code')
    return false;
  return !(field.hasAttribute('data-ssbtek') && 'readOnly' in field && field.readOnly);
}

/** Whether the form posts something of it whatever stands in it. */
export function alwaysPosts(field: NativeField): boolean {
  return !isTicked(field) && field.type !== 'select-multiple';
}

function isTicked(field: NativeField): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio';
}

/** As the form posts it. */
export function entriesIn(field: NativeField): Entry[] {
  const { name } = field;
  if (isTicked(field)) return field.checked ? [[name, keepable(field.value)]] : [];
  if (field instanceof HTMLSelectElement) {
    const chosen = [...field.selectedOptions].filter((option) => !option.disabled);
    return chosen.map(({ value }) => [name, keepable(value)]);
  }
  return [[name, keepable(field.value)]];
}

/** A host takes no control characters but newline and tab; some keyboards and files have them. */
export function keepable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}

/** Puts what a draft has under one name in the fields of that name, as a person would. What a field cannot hold it does not get. */
export function writeFields(fields: readonly NativeField[], values: readonly string[]): void {
  const left = [...values];
  for (const field of fields) {
    if (isTicked(field)) tick(field, values.includes(keepable(field.value)));
    else if (field instanceof HTMLSelectElement) choose(field, values);
    else write(field, left.shift() ?? '');
  }
}

/** Nothing stands in it, not even what the page came with. */
export function blank(field: NativeField): void {
  if (isTicked(field)) tick(field, false);
  else if (field instanceof HTMLSelectElement) choose(field, []);
  else write(field, '');
}

function tick(field: HTMLInputElement, checked: boolean): void {
  if (field.checked === checked) return;
  // As a press: some frameworks listen to nothing else. No press takes a chosen radio button back.
  if (checked || field.type === 'checkbox') field.click();
  if (field.checked === checked) return;
  field.checked = checked;
  tell(field);
}

function choose(field: HTMLSelectElement, values: readonly string[]): void {
  const options = [...field.options];
  const missing = values.some((value) => options.every((option) => keepable(option.value) !== value));
  if (missing) return;
  const wanted = options.filter(({ value }) => values.includes(keepable(value)));
  const [first = options.find(({ value }) => value === '')] = wanted;
  const before = [...field.selectedOptions];
  if (field.multiple) for (const option of options) option.selected = wanted.includes(option);
  else if (before[0]?.value !== first?.value) field.selectedIndex = first?.index ?? -1;
  const after = [...field.selectedOptions];
  if (before.length !== after.length || before.some((option) => !after.includes(option))) tell(field);
}

function write(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  if (keepable(field.value) === text) return;
  setText(field, text);
  tell(field);
}

function tell(field: NativeField): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
