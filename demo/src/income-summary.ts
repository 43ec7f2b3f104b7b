import {
  arrange,
  effectiveAmount,
  isComplete,
  OTHER_INCOME,
  parseMonths,
  sumOre,
  type CorrectionReason,
  type FilledRow,
  type IncomeStatement,
  type Ore,
  type Payment,
  type PostedOwnIncome,
  type PostedRow,
  type Row,
  type SetAside,
} from '@medborgarnavet/model';
import { incomeMonth, type Application } from './application.ts';
import { isWritten } from './incomes.ts';
import { uncheckedIn } from './sources.ts';

export type MissingIncome = 'nothing' | 'unchecked' | 'not-fetched';

/** A row of incomes with any value: what was retrieved, what the person says, and what counts. */
export interface IncomeLine {
  readonly key: string;
  readonly label: string;
  readonly retrieved?: Ore;
  /** Why there is no retrieved amount. Nothing to tell and not able to look are never the same. */
  readonly missing?: MissingIncome;
  /** Who pays what was retrieved. */
  readonly payers: readonly string[];
  readonly corrected?: Ore;
  readonly reason?: CorrectionReason;
  readonly comment?: string;
  /** The payments that the person says are not right, and why. */
  readonly disputed: readonly { readonly payment: Payment; readonly reason?: CorrectionReason }[];
  /** The person's own amount where there is one, else what was retrieved less what they say is not right. */
  readonly effective?: Ore;
}

export interface IncomeSummary {
  /** The host's own statement that the lines stand on; absent when nothing usable has been fetched. */
  readonly statement?: IncomeStatement;
  /** The answer to "Har du några inkomster?". */
  readonly hasIncome?: 'yes' | 'no';
  readonly lines: readonly IncomeLine[];
  /** What the person has added. */
  readonly own: readonly PostedOwnIncome[];
  /** The sum of all that counts; absent when nothing does. */
  readonly total?: Ore;
  readonly setAside: readonly SetAside[];
  /** What could not be checked, or not for the whole time. */
  readonly unchecked: readonly string[];
  readonly freeText: string;
  /** What the person should know before handing in. */
  readonly notices: readonly string[];
}

/** The statement, unless it is for another month than the application now asks about. */
export function usableStatement(
  application: Application,
  latest: IncomeStatement | undefined,
): IncomeStatement | undefined {
  const asked = parseMonths(incomeMonth(application));
  return latest?.period.from === asked?.from && latest?.period.to === asked?.to ? latest : undefined;
}

/** The incomes of an application: retrieved amounts from the host's statement, the rest from what was posted. */
export function summarise(application: Application, latest: IncomeStatement | undefined): IncomeSummary {
  const statement = usableStatement(application, latest);
  const { rows, setAside } = arrange(statement ?? { sources: [], period: { from: '', to: '' } });
  const { posted, freeText = '' } = application.incomes ?? {};
  const written = new Map(posted?.rows.map((row) => [row.key, row] as const));
  const lines = rows.flatMap((filled) => toLine(filled, written.get(filled.row.key), statement));
  const own = posted?.own ?? [];
  const counted = [...lines.map(({ effective }) => effective), ...own.map(({ amount }) => amount)].filter(
    (amount) => amount !== undefined,
  );
  return {
    ...(statement && { statement }),
    ...(posted?.hasIncome && { hasIncome: posted.hasIncome }),
    lines,
    own,
    ...(counted.length > 0 && { total: sumOre(counted) }),
    setAside,
    unchecked: statement ? uncheckedIn(statement.sources) : [],
    freeText,
    notices: [
      ...monthNotices(application, latest),
      ...fetchNotices(application, statement),
      ...(posted?.hasIncome === 'no' && counted.length > 0
        ? [
            'Du har svarat att du inte har några inkomster, men det finns belopp nedan. Kontrollera vad som stämmer.',
          ]
        : []),
    ],
  };
}

/** A row with nothing retrieved and nothing written is no line. */
function toLine(
  filled: FilledRow,
  written: PostedRow = { key: filled.row.key, disputed: [] },
  statement: IncomeStatement | undefined,
): IncomeLine[] {
  const { row, retrieved, payments } = filled;
  const { corrected, comment, reason, disputed, disputeReasons } = written;
  const effective = effectiveAmount(filled, written);
  if (effective === undefined && comment === undefined) return [];
  return [
    {
      key: row.key,
      label: row.label,
      payers: payersOf(row, payments),
      ...(retrieved === undefined ? { missing: whyMissing(row, statement) } : { retrieved }),
      ...(corrected !== undefined && { corrected }),
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

/** What no longer fits since the person chose another month, told on the page Inkomster: still true after a fetch there. */
export function changedMonthNotice(
  application: Application,
  latest: IncomeStatement | undefined,
): string | undefined {
  const { fetched, written } = ofAnotherMonth(application, latest);
  if (!fetched && !written) return undefined;
  return [
    'Du har bytt månad.',
    ...(fetched ? ['Det som du hämtade tidigare räknas inte.'] : []),
    ...(written ? ['Kontrollera det som du skrev tidigare.'] : []),
  ].join(' ');
}

/** The same, told on the page before handing in. */
function monthNotices(application: Application, latest: IncomeStatement | undefined): readonly string[] {
  const { fetched, written } = ofAnotherMonth(application, latest);
  return [
    ...(fetched
      ? ['De hämtade uppgifterna gäller en annan månad och räknas inte. Hämta dem på nytt under Inkomster.']
      : []),
    ...(written
      ? ['Du har bytt månad sedan du fyllde i inkomsterna. Kontrollera det som du har skrivit.']
      : []),
  ];
}

function ofAnotherMonth(
  application: Application,
  latest: IncomeStatement | undefined,
): { readonly fetched: boolean; readonly written: boolean } {
  const { incomes } = application;
  return {
    fetched: latest !== undefined && !usableStatement(application, latest),
    written: incomes !== undefined && incomes.month !== incomeMonth(application) && isWritten(incomes),
  };
}

function fetchNotices({ incomes }: Application, statement: IncomeStatement | undefined): readonly string[] {
  if (!statement || incomes?.posted.statement === statement.id) return [];
  return incomes
    ? ['Uppgifter har hämtats sedan du senast tryckte på Nästa under Inkomster. Här är de senaste.']
    : [
        'Du har hämtat uppgifter men inte tryckt på Nästa under Inkomster. Om du skrev något där är det inte sparat.',
      ];
}

/** Whoever could tell of the row decides: one that could not be checked goes before one that had nothing to tell. */
function whyMissing({ takes }: Row, statement: IncomeStatement | undefined): MissingIncome {
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
