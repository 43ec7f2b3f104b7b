import {
  arrange,
  EKBIST_ROWS,
  parseTypedAmount,
  toKronorText,
  type IncomeStatement,
} from '@medborgarnavet/model';
import { entryOf, withEntry, type Entries } from './prefill.entries.ts';

/**
 * What the form posts: for every row with any value `<name>.<row key>.retrieved|corrected|effective|comment`, in kronor
 * with a decimal point, and `<name>.statement` with the statement's id. An unreadable correction is not posted: validity
 * stops that post before it happens.
 */
export function toFormData(name: string, statement: IncomeStatement | undefined, entries: Entries): FormData {
  const data = new FormData();
  const retrieved = new Map(
    statement && arrange(statement).rows.map((filled) => [filled.row.key, filled.retrieved] as const),
  );
  for (const { key } of EKBIST_ROWS) {
    const { correction, comment } = entryOf(entries, key);
    const typed = parseTypedAmount(correction);
    const base = retrieved.get(key);
    const corrected = typed.kind === 'amount' ? typed.ore : undefined;
    const effective = corrected ?? base;
    if (base !== undefined) data.append(`${name}.${key}.retrieved`, toKronorText(base));
    if (corrected !== undefined) data.append(`${name}.${key}.corrected`, toKronorText(corrected));
    if (effective !== undefined) data.append(`${name}.${key}.effective`, toKronorText(effective));
    if (comment.trim() !== '') data.append(`${name}.${key}.comment`, comment.trim());
  }
  if (statement) data.append(`${name}.statement`, statement.id);
  return data;
}

/** Reads back what {@link toFormData} posted as corrected and comment, so that a page can be shown again. */
export function fromFormFields(name: string, fields: Iterable<readonly [string, string]>): Entries {
  const known = new Set(EKBIST_ROWS.map(({ key }) => key));
  let entries: Entries = new Map();
  for (const [field, value] of fields) {
    const end = field.lastIndexOf('.');
    const key = field.slice(name.length + 1, end);
    if (!field.startsWith(`${name}.`) || !known.has(key)) continue;
    if (field.slice(end) === '.corrected')
      entries = withEntry(entries, key, { correction: value.replace(/\.00$/, '').replace('.', ',') });
    if (field.slice(end) === '.comment') entries = withEntry(entries, key, { comment: value });
  }
  return entries;
}
