import * as z from 'zod/mini';
import { SourceCode } from './source-code.ts';

/**
 * What has been done with a person's data.
 * - `income-fetch`, `background-fetch`: the authorities were asked
 * - `income-read`, `draft-read`: what was kept was shown to who was signed in
 * - `income-withdraw`, `draft-delete`: it was taken away
 * - `submission`: the application was handed in
 * - `delivery`: what was handed in was given to the municipality's case system
 */
export const ACCESS_ACTIONS = [
  'income-fetch',
  'income-read',
  'income-withdraw',
  'background-fetch',
  'draft-read',
  'draft-delete',
  'submission',
  'delivery',
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

/**
 * How it went. Each action that asks, removes or hands in is written as `begun` before anything is done; one without an end was cut off.
 * `refused`: it did not agree with what was retrieved.
 */
export const ACCESS_OUTCOMES = ['begun', 'done', 'failed', 'refused'] as const;
export type AccessOutcome = (typeof ACCESS_OUTCOMES)[number];

/** Whether a source that was asked answered. What it answered is not told. */
export const AccessedSource = z.strictObject({
  source: SourceCode,
  outcome: z.enum(['answered', 'unchecked']),
});
export type AccessedSource = z.infer<typeof AccessedSource>;

/** One thing that was done. */
export const AccessLogEntry = z.strictObject({
  /** An instant in UTC. */
  at: z.iso.datetime(),
  action: z.enum(ACCESS_ACTIONS),
  outcome: z.enum(ACCESS_OUTCOMES),
  /** Who was asked; empty where nobody was. */
  sources: z.array(AccessedSource).check(z.maxLength(8)),
});
export type AccessLogEntry = z.infer<typeof AccessLogEntry>;

/** `GET /access-log`: what has been done with the data of this application, the oldest first. */
export const AccessLog = z.strictObject({
  /** The version of this shape. */
  version: z.literal(1),
  /** The application's reference. */
  reference: z.string().check(z.minLength(1), z.maxLength(60)),
  /** What for, in the municipality's words. */
  purpose: z.string().check(z.minLength(1), z.maxLength(500)),
  entries: z.array(AccessLogEntry).check(z.maxLength(2000)),
  /** Only when it cannot be shown that these are all: somebody has deleted or edited entries in the host's database. */
  incomplete: z.exactOptional(z.literal(true)),
});
export type AccessLog = z.infer<typeof AccessLog>;
