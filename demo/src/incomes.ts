import {
  EKBIST_ROWS,
  parseTypedAmount,
  toKronorText,
  type Month,
  type Ore,
  type Row,
} from '@medborgarnavet/model';
import type { FieldError, WritingField } from './form/field.ts';
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
  /** Written where the element was not there, for instance without script. */
  readonly freeText: string;
}

/** A field as the post has it, kept as it is so that a page can be shown again with what was written. */
export type PostedField = readonly [name: string, value: string];

/** For the incomes in words, where the element is not there to write them in. */
export const FREE_TEXT: WritingField = {
  kind: 'text',
  name: `${INCOMES}.fritext`,
  label: 'Dina inkomster',
  hint: 'Kan du inte hämta här? Skriv varje inkomst på en egen rad: från vem, hur mycket och vilken dag.',
  rows: 6,
};

/** The same field when something is written in it. */
export const WRITTEN_FREE_TEXT: WritingField = {
  ...FREE_TEXT,
  label: 'Det du skrev om dina inkomster',
  hint: 'Du kan ändra det. Töm fältet om det inte ska vara med.',
};

const LONGEST_COMMENT = 500;
const LONGEST_FREE_TEXT = 2000;

export interface ReadIncomes {
  readonly incomes: Incomes;
  readonly fields: readonly PostedField[];
  readonly errors: readonly FieldError[];
}

/**
 * Reads the page Inkomster from what was posted. The page does not always have a field for free text, so that what was
 * there before stays when none is posted.
 */
export function readIncomes(posted: URLSearchParams, month: Month, before: Incomes | undefined): ReadIncomes {
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
  const freeText = (posted.get(FREE_TEXT.name) ?? before?.freeText ?? '').trim();
  if (freeText.length > LONGEST_FREE_TEXT) {
    errors.push({
      name: WRITTEN_FREE_TEXT.name,
      label: WRITTEN_FREE_TEXT.label,
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

/** The names of the fields that a person writes a row in. */
export function namesOf({ key }: Row): readonly [corrected: string, comment: string] {
  return [`${INCOMES}.${key}.corrected`, `${INCOMES}.${key}.comment`];
}
