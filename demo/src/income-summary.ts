import {
  parseMonths,
  reviewIncomes,
  type IncomeStatement,
  type ReviewedIncomes,
} from '@medborgarnavet/model';
import { incomeMonth, type Application } from './application.ts';
import { isWritten } from './incomes.ts';
import { uncheckedIn } from './sources.ts';

export interface IncomeSummary extends ReviewedIncomes {
  /** The host's own statement that the lines stand on; absent when nothing usable has been fetched. */
  readonly statement?: IncomeStatement;
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
  const { posted, freeText = '' } = application.incomes ?? {};
  const reviewed = reviewIncomes(statement, posted);
  return {
    ...reviewed,
    ...(statement && { statement }),
    unchecked: statement ? uncheckedIn(statement.sources) : [],
    freeText,
    notices: [
      ...monthNotices(application, latest),
      ...fetchNotices(application, statement),
      ...(posted?.hasIncome === 'no' && reviewed.total !== undefined
        ? [
            'Du har svarat att du inte har några inkomster, men det finns belopp nedan. Kontrollera vad som stämmer.',
          ]
        : []),
    ],
  };
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
  const { statement: seen } = incomes?.posted ?? {};
  if (!statement || seen === undefined || seen === statement.id) return [];
  return ['Uppgifter har hämtats sedan du senast tryckte på Nästa under Inkomster. Här är de senaste.'];
}
