import { formatAmount, parseTypedAmount, withOurFigures } from '@medborgarnavet/model';
import type { Field, FieldError, Written } from './field.ts';

const LONGEST_TEXT = 2000;

/** Why an amount cannot be used, told to the person. */
export const AMOUNT_ERRORS = {
  'not-an-amount': 'Skriv beloppet med siffror, till exempel 1250 eller 1250,50.',
  ambiguous: 'Beloppet kan betyda två saker. Skriv till exempel 1234 eller 1,23.',
  'too-large': 'Beloppet är för stort. Skriv högst 10 000 000.',
} as const;

/** Reads the fields of a form, and nothing else, from what was posted. */
export function readFields(
  fields: readonly Field[],
  posted: URLSearchParams,
): { readonly written: Written; readonly errors: readonly FieldError[] } {
  const written = new Map<string, readonly string[]>();
  const errors: FieldError[] = [];
  const all = valuesByName(posted);
  for (const field of fields) {
    const values = (all.get(field.name) ?? [])
      .slice(0, field.kind === 'checks' ? field.options.length : 1)
      .map((value) => value.trim())
      .filter((value) => value !== '');
    if (values.length > 0) written.set(field.name, values);
    const message = values.map((value) => errorIn(field, value)).find((found) => found !== undefined);
    if (message !== undefined) errors.push({ name: field.name, label: field.label, message });
  }
  return { written, errors };
}

/** In one go: whoever sends a form decides how many fields it has, and looking each up among all would take the square of that. */
function valuesByName(posted: URLSearchParams): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of posted) {
    const values = all.get(name);
    if (values) values.push(value);
    else all.set(name, [value]);
  }
  return all;
}

function errorIn(field: Field, value: string): string | undefined {
  switch (field.kind) {
    case 'radio':
    case 'select':
    case 'checks':
      return field.options.some((option) => option.value === value)
        ? undefined
        : 'Välj bland alternativen som finns.';
    case 'text':
      return value.length <= LONGEST_TEXT ? undefined : 'Texten är för lång. Skriv högst 2 000 tecken.';
    case 'count':
      return /^\d{1,2}$/.test(withOurFigures(value))
        ? undefined
        : 'Skriv antalet med siffror, till exempel 2.';
    case 'amount': {
      const typed = parseTypedAmount(value);
      return typed.kind === 'unreadable' ? AMOUNT_ERRORS[typed.why] : undefined;
    }
  }
}

/** What was written in a field, in words for a summary; nothing for an empty field. */
export function tellWritten(field: Field, written: Written | undefined): readonly string[] {
  const values = written?.get(field.name) ?? [];
  if ('options' in field) {
    return field.options.filter(({ value }) => values.includes(value)).map(({ label }) => label);
  }
  if (field.kind !== 'amount') return values;
  return values.map((value) => {
    const typed = parseTypedAmount(value);
    return typed.kind === 'amount' ? formatAmount(typed.ore) : value;
  });
}
