import { toPostedFields } from '@medborgarnavet/model';
import * as z from 'zod';
import type { Application } from '../application.ts';
import { INCOMES, incomesFrom } from '../incomes.ts';
import { STEPS, type StepId } from '../steps.ts';

const Instant = z.iso.datetime();
const Text = z.string();
const Step = z.enum(STEPS.map(({ id }) => id) as [StepId, ...StepId[]]);
const Month = z.string().regex(/^\d{4}-\d{2}$/);

const Reference = z.string().regex(/^EK-\d{4}-[0-9A-F]{12}$/);

/** What is encrypted of an application. What it was refused lately is not in it. */
const Content = z.strictObject({
  kind: z.literal('ansokan'),
  savedAt: Instant,
  reference: Reference,
  openedAt: Instant,
  written: z.array(z.tuple([Step, z.array(z.tuple([Text, z.array(Text)]))])),
  incomes: z.optional(
    z.strictObject({ month: Month, posted: z.array(z.tuple([Text, Text])), freeText: Text }),
  ),
});

export interface ReadContent {
  readonly application: Application;
  readonly savedAt: Date;
}

export function writeContent(
  { reference, openedAt, written, incomes }: Application,
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
  };
  return Buffer.from(JSON.stringify(content));
}

/** Undefined when it is not what {@link writeContent} writes. */
export function readContent(bytes: Uint8Array): ReadContent | undefined {
  const { data } = Content.safeParse(parseJson(bytes));
  if (!data) return undefined;
  const { reference, openedAt, savedAt, written, incomes } = data;
  return {
    savedAt: new Date(savedAt),
    application: {
      reference,
      openedAt: new Date(openedAt),
      intent: 'apply',
      written: new Map(written.map(([step, fields]) => [step, new Map(fields)])),
      ...(incomes && { incomes: { ...incomes, posted: incomesFrom(incomes.posted) } }),
    },
  };
}

/** What is encrypted to find a person's application by. */
const Pointer = z.strictObject({ kind: z.literal('ansokan-finns'), reference: Reference });

export function writePointer(reference: string): Uint8Array {
  return Buffer.from(JSON.stringify({ kind: 'ansokan-finns', reference } satisfies z.infer<typeof Pointer>));
}

/** The reference; undefined when it is not what {@link writePointer} writes. */
export function readPointer(bytes: Uint8Array): string | undefined {
  return Pointer.safeParse(parseJson(bytes)).data?.reference;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}
