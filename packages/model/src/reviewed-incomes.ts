import { arrange, type FilledRow, type SetAside } from './arrange.ts';
import type { CorrectionReason } from './correction.ts';
import { sumOre, type Ore } from './money.ts';
import type { Payment } from './payment.ts';
import {
  effectiveAmount,
  type PostedIncomes,
  type PostedOwnIncome,
  type PostedRow,
} from './posted-incomes.ts';
import { EKBIST_ROWS, OTHER_INCOME, type Row } from './rows.ts';
import { isComplete } from './source.ts';
import type { IncomeStatement } from './statement.ts';

/**
 * Why a line has no retrieved amount. Nothing to tell and not able to look are never the same; `not-fetched` is a row that no
 * source was asked about.
 */
export type MissingIncome = 'nothing' | 'unchecked' | 'not-fetched';

/** A row of incomes with any value: what was retrieved, what the person says, and what counts. Amounts are whole öre. */
export interface ReviewedLine {
  readonly key: string;
  readonly label: string;
  readonly retrieved?: Ore;
  /** There exactly when `retrieved` is not. */
  readonly missing?: MissingIncome;
  /** Who pays what was retrieved; in the row for other incomes with the authority's own name for it. */
  readonly payers: readonly string[];
  readonly corrected?: Ore;
  /** What stands in place of `corrected` and cannot be read as an amount. Nothing counts then. */
  readonly typed?: string;
  readonly reason?: CorrectionReason;
  readonly comment?: string;
  /** The payments that the person says are not right, and why. */
  readonly disputed: readonly { readonly payment: Payment; readonly reason?: CorrectionReason }[];
  /** See `effectiveAmount`. */
  readonly effective?: Ore;
}

/** All incomes of an application before, and as, they are handed in. */
export interface ReviewedIncomes {
  /** The answer to "Har du några inkomster?". */
  readonly hasIncome?: 'yes' | 'no';
  readonly lines: readonly ReviewedLine[];
  /** What the person has added. */
  readonly own: readonly PostedOwnIncome[];
  /**
   * The sum in öre of all that counts; absent when nothing does. Too low when a source could not be checked, or when an
   * amount that was typed cannot be read.
   */
  readonly total?: Ore;
  /** What was retrieved and does not count, and why. */
  readonly setAside: readonly SetAside[];
}

/**
 * What is to be read through before handing in. Retrieved amounts come from the statement alone, and what counts is worked out
 * anew: what was posted of those is not trusted. Every krona of the statement is in a line or set aside (DESIGN rule 1).
 */
export function reviewIncomes(
  statement: Pick<IncomeStatement, 'sources' | 'period'> | undefined,
  posted: PostedIncomes | undefined,
  rows: readonly Row[] = EKBIST_ROWS,
): ReviewedIncomes {
  const arranged = arrange(statement ?? { sources: [], period: { from: '', to: '' } }, rows);
  const written = new Map(posted?.rows.map((row) => [row.key, row] as const));
  const lines = arranged.rows.flatMap((filled) => toLine(filled, written.get(filled.row.key), statement));
  const own = posted?.own ?? [];
  const counted = [...lines.map(({ effective }) => effective), ...own.map(({ amount }) => amount)].filter(
    (amount) => amount !== undefined,
  );
  return {
    ...(posted?.hasIncome && { hasIncome: posted.hasIncome }),
    lines,
    own,
    ...(counted.length > 0 && { total: sumOre(counted) }),
    setAside: arranged.setAside,
  };
}

/** A row with nothing retrieved and nothing written is no line. */
function toLine(
  filled: FilledRow,
  written: PostedRow = { key: filled.row.key, disputed: [] },
  statement: Pick<IncomeStatement, 'sources'> | undefined,
): ReviewedLine[] {
  const { row, retrieved, payments } = filled;
  const { corrected, typed, comment, reason, disputed, disputeReasons } = written;
  const effective = effectiveAmount(filled, written);
  if ([retrieved, corrected, typed, comment].every((value) => value === undefined)) return [];
  return [
    {
      key: row.key,
      label: row.label,
      payers: payersOf(row, payments),
      ...(retrieved === undefined ? { missing: whyMissing(row, statement) } : { retrieved }),
      ...(corrected !== undefined && { corrected }),
      ...(typed !== undefined && { typed }),
      ...(reason && { reason }),
      ...(comment !== undefined && { comment }),
      disputed: payments
        .filter(({ id }) => disputed.includes(id))
        .map((payment) => {
          const why = disputeReasons?.[payment.id];
          return { payment, ...(why && { reason: why }) };
        }),
      ...(effective !== undefined && { effective }),
    },
  ];
}

/** Whoever could tell of the row decides: one that could not be checked goes before one that had nothing to tell. */
function whyMissing({ takes }: Row, statement: Pick<IncomeStatement, 'sources'> | undefined): MissingIncome {
  const asked = (statement?.sources ?? []).filter(
    ({ source, verdict }) => takes[source] !== undefined && verdict !== 'not-asked',
  );
  if (asked.length === 0) return 'not-fetched';
  return asked.every(isComplete) ? 'nothing' : 'unchecked';
}

/** Among other incomes stands what no row is meant for, so there the authority's own name for it is told as well. */
function payersOf({ key }: Row, payments: readonly Payment[]): readonly string[] {
  const tell = ({ payer, benefit }: Payment): string =>
    key === OTHER_INCOME ? `${payer} (${benefit.name})` : payer;
  return [...new Set(payments.map(tell))];
}
