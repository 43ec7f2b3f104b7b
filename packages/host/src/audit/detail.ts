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

/** @throws Error with one sentence when there is anything but fixed words in it. The sentence holds none of it. */
export function wordsOf(event: AuditEvent): Pick<AuditContent, 'action' | 'outcome' | 'detail'> {
  const { success, data } = Event.safeParse(event);
  if (!success) throw new Error('The audit takes words from its lists, and nothing else.');
  const { action, outcome, sources, why } = data;
  return { action, outcome, detail: JSON.stringify({ sources, why }) };
}

/** @throws Error when it is not what {@link wordsOf} makes. */
export function eventIn({ at, action, outcome, detail }: AuditEntry): AuditedEvent {
  const { success, data } = Event.safeParse({ ...detailIn(detail), action, outcome });
  if (!success) throw new Error('An entry of the audit is not what was written.');
  return { at: new Date(at), ...data };
}

/** What cannot be read is something that no event has. */
function detailIn(text: string): object {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return { text };
  }
}
