import { EKBIST_ROWS, Rows, rowsNotCovered, type Row, type SourceCode } from '@medborgarnavet/model';

/** The rows of the form: by name, or a municipality's own list. */
export type RowList = 'ekbist' | 'not-covered' | readonly Row[];

/** In an attribute: a name, or the list as JSON. What is neither is told of when it is used. */
export function rowListFromAttribute(text: string | null): unknown {
  const trimmed = text?.trim() ?? '';
  if (!trimmed.startsWith('[')) return trimmed === '' ? 'ekbist' : trimmed;
  try {
    return JSON.parse(trimmed) as unknown;
  } catch {
    return trimmed;
  }
}

/**
 * The rows that a list names. A list that is not right is not used, and the page's developer is told where the mistake
 * is: the person gets the ordinary rows, and nothing that they wrote is lost.
 */
export function readRowList(list: unknown, asked: readonly SourceCode[]): readonly Row[] {
  if (list === 'ekbist') return EKBIST_ROWS;
  if (list === 'not-covered') return rowsNotCovered(EKBIST_ROWS, asked);
  const parsed = Rows.safeParse(list);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'rows'}: ${message}`);
  // eslint-disable-next-line no-console -- a mistake of the page's developer, who looks nowhere else
  console.error(
    `ssbtek-prefill: rows must be "ekbist", "not-covered" or a list of rows.\n${mistakes.join('\n')}`,
  );
  return EKBIST_ROWS;
}
