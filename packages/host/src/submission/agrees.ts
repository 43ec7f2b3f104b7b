import {
  arrange,
  oreFromKronor,
  parseTypedAmount,
  readPostedFields,
  toKronorText,
  type IncomeStatement,
  type PostedIncomes,
  type Row,
  type Submission,
  type SubmissionRefusal,
} from '@medborgarnavet/model';

/** What was handed in, when it agrees with what the host knows. */
export type Agreement =
  | { readonly kind: 'agrees'; readonly posted: PostedIncomes; readonly statement?: IncomeStatement }
  | { readonly kind: 'refused'; readonly reason: Exclude<SubmissionRefusal, 'already-handed-in'> }
  /** Amounts that cannot be read, by the names of their fields. None is left out: the page has to ask what it should be. */
  | { readonly kind: 'unreadable'; readonly fields: readonly string[] };

/**
 * Whether the statement that the person saw is the one that the host has, and every amount that is said to be retrieved is what was
 * retrieved. Amounts are not taken from what was handed in even then.
 * @param stored what the host has kept, when its seal is that of this application, and the page could show it.
 */
export function agreementWith(
  submission: Submission,
  stored: IncomeStatement | undefined,
  rows: readonly Row[],
): Agreement {
  const { name, fields, period } = submission;
  const seen = submission.statement === 'not-shown' ? undefined : submission.statement;
  const isForPeriod = stored?.period.from === period.from && stored.period.to === period.to;
  const statement = isForPeriod ? stored : undefined;
  const posted = readPostedFields(name, fields, rows);
  if (seen?.id !== statement?.id || seen?.seal !== statement?.seal || !isOf(posted, statement))
    return { kind: 'refused', reason: 'statement-replaced' };
  if (!retrievedIsTrue(submission, statement, rows)) return { kind: 'refused', reason: 'retrieved-changed' };
  const unreadable = unreadableIn(submission);
  if (unreadable.length > 0) {
    // A name of the form's own, and none that a post has made up.
    const own = new Set(rows.map(({ key }) => `${name}.${key}.corrected`));
    const isOwn = (field: string): boolean =>
      own.has(field) || /^egna\.\d{1,3}\.belopp$/.test(field.slice(name.length + 1));
    return { kind: 'unreadable', fields: unreadable.filter(isOwn) };
  }
  return { kind: 'agrees', posted, ...(statement && { statement }) };
}

/** A form that says nothing of a statement claims nothing of it either. */
function isOf({ statement: named = '' }: PostedIncomes, statement: IncomeStatement | undefined): boolean {
  return named === '' || named === statement?.id;
}

function retrievedIsTrue(
  { name, fields }: Submission,
  statement: IncomeStatement | undefined,
  rows: readonly Row[],
): boolean {
  const { rows: filled } = arrange(statement ?? { sources: [], period: { from: '', to: '' } }, rows);
  const retrieved = new Map(filled.map(({ row, retrieved }) => [`${name}.${row.key}.retrieved`, retrieved]));
  return fields
    .filter(([field]) => field.startsWith(`${name}.`) && field.endsWith('.retrieved'))
    .every(([field, value]) => value !== '' && oreFromKronor(value) === retrieved.get(field));
}

/** What the elements post is exact. What else a post holds in an amount's place is not guessed at. */
function unreadableIn({ name, fields }: Submission): string[] {
  return fields
    .filter(([field]) => field.startsWith(`${name}.`) && /\.(?:corrected|belopp)$/.test(field))
    .filter(([, value]) => {
      const typed = parseTypedAmount(value);
      return typed.kind !== 'empty' && (typed.kind !== 'amount' || toKronorText(typed.ore) !== value);
    })
    .map(([field]) => field);
}
