import { EKBIST_ROWS } from '@medborgarnavet/model';
import type { Field } from './form/field.ts';
import { readFields, tellWritten } from './form/read.ts';
import { FREE_TEXT, namesOf } from './incomes.ts';
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
  const fields = step.id === 'inkomster' ? incomeFields() : fieldsOf(step, now);
  const { written } = readFields(fields, posted);
  return fields
    .map((field) => ({ label: field.label, lines: tellWritten(field, written) }))
    .filter(({ lines }) => lines.length > 0);
}

/** What a person writes on the page Inkomster, as if it were plain fields. */
function incomeFields(): readonly Field[] {
  const rows = EKBIST_ROWS.flatMap((row): Field[] => {
    const [corrected, comment] = namesOf(row);
    return [
      { kind: 'amount', name: corrected, label: row.label },
      { kind: 'text', name: comment, label: `Kommentar: ${row.label}` },
    ];
  });
  return [...rows, FREE_TEXT];
}
