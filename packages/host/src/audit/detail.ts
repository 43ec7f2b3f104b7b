import { ACCESS_ACTIONS, ACCESS_OUTCOMES, AccessedSource } from '@medborgarnavet/model';
import * as z from 'zod/mini';
import type { AuditContent, AuditEntry } from './audit-store.ts';
import type { AuditedEvent, AuditEvent } from './audit.ts';

/** A word. A number as long as a person's is none. */
const Why = z.string().check(z.regex(/^(?!.*\d{5})[a-z0-9-]{1,60}$/));
const Event = z.strictObject({
  action: z.enum(ACCESS_ACTIONS),
  outcome: z.enum(ACCESS_OUTCOMES),
  sources: z.exactOptional(z.array(AccessedSource).check(z.maxLength(8))),
  why: z.exactOptional(Why),
});
/** As it is written: with the sequence of the case's entry before it, 0 for the first. Entries from before there were such links have none. */
const Written = z.strictObject({ ...Event.shape, after: z.exactOptional(z.int().check(z.minimum(0))) });

/** @throws Error with one sentence when there is anything but fixed words in it. The sentence holds none of it. */
export function wordsOf(event: AuditEvent): AuditEvent {
  const { success, data } = Event.safeParse(event);
  if (!success) throw new Error('The audit takes words from its lists, and nothing else.');
  return data;
}

/** Words as they are written after the case's entry with that sequence. */
export function writtenAfter(
  after: number,
  { action, outcome, sources, why }: AuditEvent,
): Pick<AuditContent, 'action' | 'outcome' | 'detail'> {
  return { action, outcome, detail: JSON.stringify({ sources, why, after }) };
}

/** @throws Error when it is not what {@link writtenAfter} makes. */
export function readEntry({ at, action, outcome, detail }: AuditEntry): {
  readonly event: AuditedEvent;
  readonly after: number | undefined;
} {
  const { success, data } = Written.safeParse({ ...detailIn(detail), action, outcome });
  if (!success) throw new Error('An entry of the audit is not what was written.');
  const { after, ...event } = data;
  return { event: { at: new Date(at), ...event }, after };
}

/** What cannot be read is something that no event has. */
function detailIn(text: string): object {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return { text };
  }
}
