import {
  EKBIST_ROWS,
  parseTypedAmount,
  toKronorText,
  type Month,
  type Ore,
  type Row,
} from '@medborgarnavet/model';
import type { FieldError } from './form/field.ts';
import { AMOUNT_ERRORS } from './form/read.ts';

/** The name that the element has in the form: the beginning of every name that it posts. */
export const INCOMES = 'inkomster';

/** What a person wrote beside one row of incomes. */
export interface WrittenIncome {
  readonly corrected?: Ore;
  readonly comment?: string;
}

/**
 * What the page Inkomster posted and a person may decide: corrections and comments. Retrieved amounts are not among
 * it. They are in the post too, but a post can say anything; the host's own statement is what counts.
 */
export interface Incomes {
  /** The month that the incomes are for. */
  readonly month: Month;
  /** The statement that was on the page. */
  readonly statement?: string;
  readonly rows: ReadonlyMap<string, WrittenIncome>;
  /** Written by a person without script. */
  readonly freeText: string;
}

/** A field as the post has it, kept as it is so that a page can be shown again with what was written. */
export type PostedField = readonly [name: string, value: string];

const LONGEST_COMMENT = 500;
const LONGEST_FREE_TEXT = 2000;

/** Reads the page Inkomster from what was posted. */
export function readIncomes(
  posted: URLSearchParams,
  month: Month,
): {
  readonly incomes: Incomes;
  readonly fields: readonly PostedField[];
  readonly errors: readonly FieldError[];
} {
  const rows = new Map<string, WrittenIncome>();
  const fields: PostedField[] = [];
  const errors: FieldError[] = [];
  for (const row of EKBIST_ROWS) {
    const [correctedName, commentName] = namesOf(row);
    const corrected = posted.get(correctedName) ?? '';
    const comment = (posted.get(commentName) ?? '').trim();
    if (corrected !== '') fields.push([correctedName, corrected]);
    if (comment !== '') fields.push([commentName, comment]);
    const amount = readKronor(corrected);
    const message = typeof amount === 'string' ? amount : errorInComment(comment);
    if (message !== undefined) errors.push({ name: INCOMES, label: row.label, message });
    const written = {
      ...(typeof amount === 'number' && { corrected: amount }),
      ...(comment !== '' && { comment }),
    };
    if (Object.keys(written).length > 0) rows.set(row.key, written);
  }
  const statement = posted.get(`${INCOMES}.statement`);
  const freeText = (posted.get(`${INCOMES}.fritext`) ?? '').trim();
  if (freeText.length > LONGEST_FREE_TEXT) {
    errors.push({
      name: INCOMES,
      label: 'Dina inkomster',
      message: 'Texten är för lång. Skriv högst 2 000 tecken.',
    });
  }
  return { incomes: { month, rows, freeText, ...(statement !== null && { statement }) }, fields, errors };
}

/** The fields that give the element back what was posted. */
export function fieldsOfIncomes({ rows }: Incomes): readonly PostedField[] {
  return EKBIST_ROWS.flatMap((row): PostedField[] => {
    const [correctedName, commentName] = namesOf(row);
    const { corrected, comment } = rows.get(row.key) ?? {};
    return [
      ...(corrected === undefined ? [] : [[correctedName, toKronorText(corrected)] as const]),
      ...(comment === undefined ? [] : [[commentName, comment] as const]),
    ];
  });
}

/** Undefined for an empty field, and a sentence for what is not kronor exactly as the element writes them. */
function readKronor(text: string): Ore | undefined | string {
  const typed = parseTypedAmount(text);
  if (typed.kind === 'empty') return undefined;
  if (typed.kind === 'unreadable') return AMOUNT_ERRORS[typed.why];
  return toKronorText(typed.ore) === text ? typed.ore : AMOUNT_ERRORS['not-an-amount'];
}

function errorInComment(comment: string): string | undefined {
  return comment.length <= LONGEST_COMMENT ? undefined : 'Kommentaren är för lång. Skriv högst 500 tecken.';
}

function namesOf({ key }: Row): readonly [corrected: string, comment: string] {
  return [`${INCOMES}.${key}.corrected`, `${INCOMES}.${key}.comment`];
}
