import { EKBIST_ROWS } from '@medborgarnavet/model';
import type { Field } from './form/field.ts';
import { readFields, tellWritten } from './form/read.ts';
import { FREE_TEXT, INCOMES } from './incomes.ts';
import { fieldsOf, pathOf, STEPS } from './steps.ts';

/** A field and what was written in it. */
export interface Told {
  readonly label: string;
  readonly lines: readonly string[];
}

/** What a person wrote in the form of a step, in words; what could not be read is told as it was written. */
export function tellPosted(path: string, posted: URLSearchParams, now: Date): readonly Told[] {
  const step = STEPS.find(({ id }) => pathOf(id) === path);
  if (!step) return [];
  const fields = step.id === 'inkomster' ? incomeFields(posted) : fieldsOf(step, now);
  const { written } = readFields(fields, posted);
  return fields
    .map((field) => ({ label: field.label, lines: tellWritten(field, written) }))
    .filter(({ lines }) => lines.length > 0);
}

/** What a person writes on the page Inkomster, as if it were plain fields. */
function incomeFields(posted: URLSearchParams): readonly Field[] {
  const rows = EKBIST_ROWS.flatMap(({ key, label }): Field[] => [
    { kind: 'amount', name: `${INCOMES}.${key}.corrected`, label },
    { kind: 'text', name: `${INCOMES}.${key}.comment`, label: `Kommentar: ${label}` },
  ]);
  const own = [...new Set(posted.keys())]
    .filter((name) => /^inkomster\.egna\.\d+\.belopp$/.test(name))
    .map((name): Field => ({ kind: 'amount', name, label: 'Egen inkomst' }));
  return [...rows, ...own, FREE_TEXT];
}
