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
  /** An amount that cannot be read as one. It is not left out: the page has to ask what it should be. */
  | { readonly kind: 'unreadable' };

/**
 * Whether the statement that the person saw is the one that the host has, and every amount that is said to be retrieved is what was
 * retrieved. Amounts are not taken from what was handed in even then.
 * @param stored what the host has kept, when its seal is that of this application.
 */
export function agreementWith(
  submission: Submission,
  stored: IncomeStatement | undefined,
  rows: readonly Row[],
): Agreement {
  const { name, fields, period, statement: seen } = submission;
  const isForPeriod = stored?.period.from === period.from && stored.period.to === period.to;
  const statement = isForPeriod ? stored : undefined;
  const posted = readPostedFields(name, fields, rows);
  if (seen?.id !== statement?.id || seen?.seal !== statement?.seal || !isOf(posted, statement))
    return { kind: 'refused', reason: 'statement-replaced' };
  if (!retrievedIsTrue(submission, statement, rows)) return { kind: 'refused', reason: 'retrieved-changed' };
  if (!amountsAreReadable(submission)) return { kind: 'unreadable' };
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
function amountsAreReadable({ name, fields }: Submission): boolean {
  return fields
    .filter(([field]) => field.startsWith(`${name}.`) && /\.(?:corrected|belopp)$/.test(field))
    .every(([, value]) => {
      const typed = parseTypedAmount(value);
      return typed.kind === 'empty' || (typed.kind === 'amount' && toKronorText(typed.ore) === value);
    });
}
