import type { Draft, PostedField } from '@medborgarnavet/model';
import { incomeMonth, withIncomes, withWritten, type Application } from './application.ts';
import { readFields } from './form/read.ts';
import { INCOMES, readIncomes } from './incomes.ts';
import { fieldsOf, STEPS, type Step } from './steps.ts';

export interface WithDraft {
  readonly application: Application;
  /** Where something is written that cannot be read, and is therefore not in the application. */
  readonly unread: readonly Step[];
}

/**
 * The application with what has been kept while the person wrote, and that no button has saved: to them it is saved. A step of which
 * something cannot be read stays as it was.
 */
export function withDraft(application: Application, draft: Pick<Draft, 'fields'> | undefined): WithDraft {
  const fields = draft?.fields ?? [];
  const unread: Step[] = [];
  let changed = application;
  for (const step of STEPS) {
    const taken = step.id === 'inkomster' ? takeIncomes(changed, fields) : takeStep(changed, step, fields);
    if (taken === 'unread') unread.push(step);
    else changed = taken;
  }
  return { application: changed, unread };
}

function takeStep(
  application: Application,
  step: Step,
  kept: readonly PostedField[],
): Application | 'unread' {
  const fields = fieldsOf(step, application.openedAt);
  const names = new Set(fields.map(({ name }) => name));
  const own = kept.filter(([name]) => names.has(name));
  if (own.length === 0) return application;
  const { written, errors } = readFields(fields, toParameters(own));
  return errors.length > 0 ? 'unread' : withWritten(application, step.id, written);
}

function takeIncomes(application: Application, kept: readonly PostedField[]): Application | 'unread' {
  const own = kept.filter(([name]) => name.startsWith(`${INCOMES}.`));
  if (own.length === 0) return application;
  const { incomes, errors } = readIncomes(toParameters(own), incomeMonth(application), application.incomes);
  return errors.length > 0 ? 'unread' : withIncomes(application, incomes);
}

function toParameters(fields: readonly PostedField[]): URLSearchParams {
  return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]));
}
