import { randomBytes } from 'node:crypto';
import type { OpenApplication } from '@medborgarnavet/host';
import { addMonths, dateInSweden, monthOf, type Month, type SubmissionReceipt } from '@medborgarnavet/model';
import type { Written } from './form/field.ts';
import type { Incomes } from './incomes.ts';
import type { StepId } from './steps.ts';

export interface Application extends OpenApplication {
  /** What the person wrote in the plain fields of the steps that have been saved. */
  readonly written: ReadonlyMap<StepId, Written>;
  readonly incomes?: Incomes;
  /** Set once it is handed in. Then nothing else is left of it here. */
  readonly handedIn?: { readonly at: Date };
}

export function openApplication(now: Date): Application {
  return {
    // Random and nothing else: it is sent to the authorities, and may be read aloud in a telephone call.
    reference: `EK-${dateInSweden(now).slice(0, 4)}-${randomBytes(6).toString('hex').toUpperCase()}`,
    openedAt: now,
    intent: 'apply',
    written: new Map(),
  };
}

export function withWritten(application: Application, step: StepId, written: Written): Application {
  return { ...application, written: new Map(application.written).set(step, written) };
}

export function withIncomes(application: Application, incomes: Incomes): Application {
  return { ...application, incomes };
}

/** Nothing of what was written is left; what was fetched is another matter. */
export function withNothingWritten({ reference, openedAt, intent }: Application): Application {
  return { reference, openedAt, intent, written: new Map() };
}

/** What is left of an application that has been handed in. */
export function handedInApplication({ reference, receivedAt }: SubmissionReceipt): Application {
  const at = new Date(receivedAt);
  return { reference, openedAt: at, intent: 'apply', written: new Map(), handedIn: { at } };
}

/** Whether the person has saved a step. */
export function isSaved({ written, incomes }: Application, step: StepId): boolean {
  return written.has(step) || (step === 'inkomster' && incomes !== undefined);
}

/** The month that the person applies for; the month it was opened until another is chosen. */
export function monthAppliedFor({ written, openedAt }: Application): Month {
  return written.get('period')?.get('manad')?.[0] ?? monthOf(dateInSweden(openedAt));
}

/** What the person wrote in a step. The month is that of the opening until another is chosen. */
export function writtenIn(application: Application, step: StepId): Written | undefined {
  const written = application.written.get(step);
  if (step !== 'period' || written?.has('manad')) return written;
  return new Map([['manad', [monthAppliedFor(application)]]]);
}

/** Incomes are asked for the month before the one applied for. */
export function incomeMonth(application: Application): Month {
  return addMonths(monthAppliedFor(application), -1);
}
