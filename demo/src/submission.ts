import type { HandInOutcome, Submissions } from '@medborgarnavet/host';
import { parseMonths, type IncomeStatement, type PostedField, type Submission } from '@medborgarnavet/model';
import { incomeMonth, writtenIn, type Application } from './application.ts';
import { usableStatement } from './income-summary.ts';
import { fieldsOfIncomes, FREE_TEXT, INCOMES } from './incomes.ts';
import type { Session } from './session.ts';
import { STEPS } from './steps.ts';

/** Everything that was written in the application, as one form would post it. What was retrieved the host knows. */
export function fieldsOfApplication(application: Application): readonly PostedField[] {
  const { incomes } = application;
  const plain = STEPS.flatMap(({ id }) => [...(writtenIn(application, id) ?? [])]).flatMap(([name, values]) =>
    values.map((value): PostedField => [name, value]),
  );
  if (!incomes) return plain;
  const { freeText } = incomes;
  return [
    ...plain,
    ...fieldsOfIncomes(incomes).filter(([name]) => !name.endsWith('.retrieved')),
    ...(freeText === '' ? [] : [[FREE_TEXT.name, freeText] as const]),
  ];
}

/** What the page before handing in hands in without script: the same as `<ssbtek-review>` does. */
export function submissionOf(application: Application, latest: IncomeStatement | undefined): Submission {
  const statement = usableStatement(application, latest);
  const period = parseMonths(incomeMonth(application));
  if (!period) throw new Error('The application has no month.');
  return {
    version: 1,
    name: INCOMES,
    period,
    fields: fieldsOfApplication(application).map(([name, value]) => [name, value]),
    ...(statement && { statement: { id: statement.id, seal: statement.seal } }),
    declared: true,
  };
}

/** @param key the same each time that one page is sent. */
export function handInFrom(
  { person, level, signedInAt, application }: Session,
  submissions: Submissions,
  latest: IncomeStatement | undefined,
  key: string,
): Promise<HandInOutcome> {
  const { reference } = application;
  const of = { personnummer: person.personnummer, reference };
  const signIn = { level, at: signedInAt };
  return submissions.handIn({ of, signIn }, submissionOf(application, latest), key);
}
