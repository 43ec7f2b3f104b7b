import { randomBytes } from 'node:crypto';
import type { OpenApplication } from '@medborgarnavet/host';
import {
  addMonths,
  dateInSweden,
  monthOf,
  type BackgroundAnswer,
  type IncomeStatement,
  type Month,
} from '@medborgarnavet/model';
import type { Written } from './form/field.ts';
import type { Incomes } from './incomes.ts';
import type { IncomeSummary } from './income-summary.ts';
import { answeredIn, uncheckedIn } from './sources.ts';
import type { StepId } from './steps.ts';

/** What has happened with an application, as the person is told of it. */
export type ApplicationEvent =
  | { readonly kind: 'opened' | 'withdrawn' | 'handed-in'; readonly at: Date }
  | {
      readonly kind: 'fetched' | 'background';
      readonly at: Date;
      readonly answered: readonly string[];
      readonly unchecked: readonly string[];
    };

export interface Application extends OpenApplication {
  /** What the person wrote in the plain fields of the steps that have been saved. */
  readonly written: ReadonlyMap<StepId, Written>;
  readonly incomes?: Incomes;
  readonly events: readonly ApplicationEvent[];
  /** Set once it is handed in: the incomes as they were then. */
  readonly handedIn?: { readonly at: Date; readonly incomes: IncomeSummary };
}

export function openApplication(now: Date): Application {
  return {
    // Random and nothing else: it is sent to the authorities, and may be read aloud in a telephone call.
    reference: `EK-${dateInSweden(now).slice(0, 4)}-${randomBytes(6).toString('hex').toUpperCase()}`,
    openedAt: now,
    intent: 'apply',
    written: new Map(),
    events: [{ kind: 'opened', at: now }],
  };
}

export function withWritten(application: Application, step: StepId, written: Written): Application {
  return { ...application, written: new Map(application.written).set(step, written) };
}

export function withIncomes(application: Application, incomes: Incomes): Application {
  return { ...application, incomes };
}

export function withFetched(application: Application, statement: IncomeStatement): Application {
  const event: ApplicationEvent = {
    kind: 'fetched',
    at: new Date(statement.fetchedAt),
    answered: answeredIn(statement.sources),
    unchecked: uncheckedIn(statement.sources),
  };
  return { ...application, events: [...application.events, event] };
}

/** What lies behind the payments has been looked at. */
export function withBackground(
  application: Application,
  { blocks, protectedIdentity }: BackgroundAnswer,
  now: Date,
): Application {
  // The parts of a source would tell a person with protected identity from one whom nobody knows.
  const told = protectedIdentity ? blocks.map((block) => ({ ...block, sections: [] })) : blocks;
  const event: ApplicationEvent = {
    kind: 'background',
    at: now,
    answered: answeredIn(told),
    unchecked: uncheckedIn(told),
  };
  return { ...application, events: [...application.events, event] };
}

/** What was fetched is taken away; what was written stays. */
export function withWithdrawn(application: Application, now: Date): Application {
  return { ...application, events: [...application.events, { kind: 'withdrawn', at: now }] };
}

export function withHandedIn(application: Application, incomes: IncomeSummary, now: Date): Application {
  return {
    ...application,
    handedIn: { at: now, incomes },
    events: [...application.events, { kind: 'handed-in', at: now }],
  };
}

/** Whether the person has saved a step. */
export function isSaved({ written, incomes }: Application, step: StepId): boolean {
  return written.has(step) || (step === 'inkomster' && incomes !== undefined);
}

/** Whether there is anything in it beyond its opening. */
export function isBegun({ written, incomes, events }: Application): boolean {
  return written.size > 0 || incomes !== undefined || events.length > 1;
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
