import {
  arrange,
  OTHER_INCOME,
  parseMonths,
  type IncomeStatement,
  type Ore,
  type Payment,
  type Row,
  type SetAside,
} from '@medborgarnavet/model';
import { incomeMonth, type Application } from './application.ts';
import { uncheckedIn } from './sources.ts';

/** A row of incomes with any value: what was retrieved, what the person says, and what counts. */
export interface IncomeLine {
  readonly key: string;
  readonly label: string;
  readonly retrieved?: Ore;
  /** Who pays what was retrieved. */
  readonly payers: readonly string[];
  readonly corrected?: Ore;
  readonly comment?: string;
  /** The person's own amount where there is one, else what was retrieved. */
  readonly effective?: Ore;
}

export interface IncomeSummary {
  /** The host's own statement that the lines stand on; absent when nothing usable has been fetched. */
  readonly statement?: IncomeStatement;
  readonly lines: readonly IncomeLine[];
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
  const lines = rows.flatMap(({ row, retrieved, payments }): IncomeLine[] => {
    const { corrected, comment } = application.incomes?.rows.get(row.key) ?? {};
    const effective = corrected ?? retrieved;
    if (effective === undefined && comment === undefined) return [];
    return [
      {
        key: row.key,
        label: row.label,
        payers: payersOf(row, payments),
        ...(retrieved !== undefined && { retrieved }),
        ...(corrected !== undefined && { corrected }),
        ...(comment !== undefined && { comment }),
        ...(effective !== undefined && { effective }),
      },
    ];
  });
  return {
    ...(statement && { statement }),
    lines,
    setAside,
    unchecked: statement ? uncheckedIn(statement) : [],
    freeText: application.incomes?.freeText ?? '',
    notices: [...monthNotices(application, latest), ...fetchNotices(application, statement)],
  };
}

/** What no longer fits since the person chose another month. */
export function monthNotices(
  application: Application,
  latest: IncomeStatement | undefined,
): readonly string[] {
  const notices: string[] = [];
  if (latest && !usableStatement(application, latest)) {
    notices.push(
      'De hämtade uppgifterna gäller en annan månad och räknas inte. Hämta dem på nytt under Inkomster.',
    );
  }
  if (application.incomes && application.incomes.month !== incomeMonth(application)) {
    notices.push('Du har bytt månad sedan du fyllde i inkomsterna. Kontrollera det som du har skrivit.');
  }
  return notices;
}

function fetchNotices({ incomes }: Application, statement: IncomeStatement | undefined): readonly string[] {
  if (!statement || incomes?.statement === statement.id) return [];
  return incomes
    ? ['Uppgifterna har hämtats på nytt sedan du fyllde i sidan Inkomster. Här är de senaste.']
    : [
        'Du har hämtat uppgifter men inte tryckt på Nästa under Inkomster. Det som du skrev där är inte sparat.',
      ];
}

/** Among other incomes stands what no row is meant for, so there the authority's own name for it is told as well. */
function payersOf({ key }: Row, payments: readonly Payment[]): readonly string[] {
  const tell = ({ payer, benefit }: Payment): string =>
    key === OTHER_INCOME ? `${payer} (${benefit.name})` : payer;
  return [...new Set(payments.map(tell))];
}
