import { toPostedFields } from '@medborgarnavet/model';
import * as z from 'zod';
import type { Application, ApplicationEvent } from '../application.ts';
import { INCOMES, incomesFrom } from '../incomes.ts';
import { STEPS, type StepId } from '../steps.ts';

const Instant = z.iso.datetime();
const Text = z.string();
const Names = z.array(Text);
const Step = z.enum(STEPS.map(({ id }) => id) as [StepId, ...StepId[]]);
const Month = z.string().regex(/^\d{4}-\d{2}$/);

const Event = z.union([
  z.strictObject({ kind: z.enum(['opened', 'withdrawn', 'handed-in']), at: Instant }),
  z.strictObject({
    kind: z.enum(['fetched', 'background']),
    at: Instant,
    answered: Names,
    unchecked: Names,
  }),
]);

/** What is encrypted of an application. What it was refused lately, and what is handed in, is not in it. */
const Content = z.strictObject({
  kind: z.literal('ansokan'),
  savedAt: Instant,
  reference: z.string().regex(/^EK-\d{4}-[0-9A-F]{12}$/),
  openedAt: Instant,
  written: z.array(z.tuple([Step, z.array(z.tuple([Text, z.array(Text)]))])),
  incomes: z.optional(
    z.strictObject({ month: Month, posted: z.array(z.tuple([Text, Text])), freeText: Text }),
  ),
  events: z.array(Event),
});

export interface ReadContent {
  readonly application: Application;
  readonly savedAt: Date;
}

export function writeContent(
  { reference, openedAt, written, incomes, events }: Application,
  savedAt: Date,
): Uint8Array {
  const content: z.input<typeof Content> = {
    kind: 'ansokan',
    savedAt: savedAt.toISOString(),
    reference,
    openedAt: openedAt.toISOString(),
    written: [...written].map(([step, fields]) => [
      step,
      [...fields].map(([name, values]) => [name, [...values]]),
    ]),
    ...(incomes && {
      incomes: {
        month: incomes.month,
        posted: toPostedFields(INCOMES, incomes.posted).map(([name, value]) => [name, value]),
        freeText: incomes.freeText,
      },
    }),
    events: events.map((event) =>
      'answered' in event
        ? {
            kind: event.kind,
            at: event.at.toISOString(),
            answered: [...event.answered],
            unchecked: [...event.unchecked],
          }
        : { kind: event.kind, at: event.at.toISOString() },
    ),
  };
  return Buffer.from(JSON.stringify(content));
}

/** Undefined when it is not what {@link writeContent} writes. */
export function readContent(bytes: Uint8Array): ReadContent | undefined {
  const { data } = Content.safeParse(parseJson(bytes));
  if (!data) return undefined;
  const { reference, openedAt, savedAt, written, incomes, events } = data;
  return {
    savedAt: new Date(savedAt),
    application: {
      reference,
      openedAt: new Date(openedAt),
      intent: 'apply',
      written: new Map(written.map(([step, fields]) => [step, new Map(fields)])),
      ...(incomes && { incomes: { ...incomes, posted: incomesFrom(incomes.posted) } }),
      events: events.map((event): ApplicationEvent => ({ ...event, at: new Date(event.at) })),
    },
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}
