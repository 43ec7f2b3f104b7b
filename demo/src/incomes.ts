import {
  EKBIST_ROWS,
  parseTypedAmount,
  readPostedFields,
  toKronorText,
  toPostedFields,
  type Month,
  type PostedField,
  type PostedIncomes,
} from '@medborgarnavet/model';
import type { FieldError, WritingField } from './form/field.ts';
import { AMOUNT_ERRORS } from './form/read.ts';

/** The name that the element has in the form: the beginning of every name that it posts. */
export const INCOMES = 'inkomster';

/**
 * What the page Inkomster posted and a person may decide. The retrieved amounts in it only tell what a correction was
 * written beside: a post can say anything, and the host's own statement is what counts.
 */
export interface Incomes {
  /** The month that the incomes are for. */
  readonly month: Month;
  readonly posted: PostedIncomes;
  /** Written where the element was not there, for instance without script. */
  readonly freeText: string;
}

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
  const incomes: Incomes = {
    month,
    posted: incomesFrom(posted),
    freeText: (posted.get(FREE_TEXT.name) ?? before?.freeText ?? '').trim(),
  };
  const asPosted = [...posted].filter(([name]) => name.startsWith(`${INCOMES}.`) && name !== FREE_TEXT.name);
  const errors = [...errorsInRows(posted), ...errorsInOwn(incomes.posted, posted), ...errorsInText(incomes)];
  return { incomes, fields: asPosted, errors };
}

/** The fields that give the element back what was posted. It works out what counts, and knows its statement, by itself. */
export function fieldsOfIncomes({ posted }: Incomes): readonly PostedField[] {
  return toPostedFields(INCOMES, posted).filter(
    ([name]) => !name.endsWith('.effective') && name !== `${INCOMES}.statement`,
  );
}

/** What {@link toPostedFields} has made of what a page Inkomster posted. */
export function incomesFrom(fields: Iterable<PostedField>): PostedIncomes {
  return withoutEmptyRows(readPostedFields(INCOMES, fields, EKBIST_ROWS));
}

/** Whether the person has written anything. */
export function isWritten({ posted, freeText }: Incomes): boolean {
  return freeText !== '' || posted.own.length > 0 || posted.rows.length > 0;
}

/** What was only retrieved is not the person's. What counts is worked out anew. */
function withoutEmptyRows({ rows, statement, ...others }: PostedIncomes): PostedIncomes {
  return {
    ...others,
    ...(statement !== undefined && statement !== '' && { statement }),
    rows: rows.filter(
      ({ corrected, typed, comment = '', disputed }) =>
        (corrected ?? typed) !== undefined || comment.trim() !== '' || disputed.length > 0,
    ),
  };
}

function errorsInRows(posted: URLSearchParams): FieldError[] {
  return EKBIST_ROWS.flatMap(({ key, label }) => {
    const field = `${INCOMES}.${key}`;
    const message =
      errorInAmount(posted.get(`${field}.corrected`) ?? '') ??
      ((posted.get(`${field}.comment`) ?? '').length > LONGEST_COMMENT
        ? 'Kommentaren är för lång. Skriv högst 500 tecken.'
        : undefined);
    return message === undefined ? [] : [{ name: INCOMES, label, message }];
  });
}

function errorsInOwn({ own }: PostedIncomes, posted: URLSearchParams): FieldError[] {
  return own.flatMap(({ type, amount }, index) => {
    const label = `Egen inkomst ${index + 1}`;
    const written = posted.get(`${INCOMES}.egna.${index + 1}.belopp`) ?? '';
    const message =
      errorInAmount(written) ??
      (type === undefined
        ? 'Välj vilken inkomst det är.'
        : amount === undefined
          ? 'Skriv beloppet, eller ta bort inkomsten.'
          : undefined);
    return message === undefined ? [] : [{ name: INCOMES, label, message }];
  });
}

function errorsInText({ freeText }: Incomes): FieldError[] {
  if (freeText.length <= LONGEST_FREE_TEXT) return [];
  const { name, label } = WRITTEN_FREE_TEXT;
  return [{ name, label, message: 'Texten är för lång. Skriv högst 2 000 tecken.' }];
}

/** A sentence for what is not kronor exactly as the element writes them. */
function errorInAmount(text: string): string | undefined {
  const typed = parseTypedAmount(text);
  if (typed.kind === 'empty') return undefined;
  if (typed.kind === 'unreadable') return AMOUNT_ERRORS[typed.why];
  return toKronorText(typed.ore) === text ? undefined : AMOUNT_ERRORS['not-an-amount'];
}
