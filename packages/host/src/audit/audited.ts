import type { AccessAction, AccessedSource, ProblemType, Source } from '@medborgarnavet/model';
import type { Case } from '../asking.ts';
import { failureOf } from '../failure.ts';
import type { Audit } from './audit.ts';

/** Where an audit is kept, and of whom and what. Without an audit nothing is written. */
export interface Audited {
  readonly audit: Audit | undefined;
  readonly of: Case;
  readonly action: AccessAction;
}

/** What was not taken since it disagrees with what is known, or may not be done any longer, is another thing than what could not be done. */
const STOPPED: ReadonlySet<ProblemType> = new Set([
  'conflict',
  'not-signed-in',
  'session-expired',
  'no-application',
  'purpose-refused',
]);

/** Writes that it begins, does it, and writes how it ended. What cannot be written is not done, and not told of. */
export async function audited<T>(
  { audit, of, action }: Audited,
  work: () => Promise<T>,
  sourcesIn: (result: T) => readonly AccessedSource[] = () => [],
): Promise<T> {
  const result = await begun({ audit, of, action }, work);
  await audit?.write(of, { action, outcome: 'done', sources: sourcesIn(result) });
  return result;
}

/**
 * The same of what cannot be undone, for instance a removal. What cannot be written is not done, but what is done is told as done also when
 * its end cannot be written: that it began is.
 */
export async function auditedDeed(audited: Audited, work: () => Promise<void>): Promise<void> {
  const { audit, of, action } = audited;
  await begun(audited, work);
  await audit?.write(of, { action, outcome: 'done' }).catch(() => undefined);
}

async function begun<T>({ audit, of, action }: Audited, work: () => Promise<T>): Promise<T> {
  await audit?.write(of, { action, outcome: 'begun' });
  try {
    return await work();
  } catch (error) {
    const { problem, detail = problem } = failureOf(error);
    const outcome = STOPPED.has(problem) ? 'refused' : 'failed';
    await audit?.write(of, { action, outcome, why: detail });
    throw error;
  }
}

/** Whether an authority has answered at all. Of what may be told on, as below: it is seen in how often one may ask. */
export function hasAnswered(sources: readonly Pick<Source, 'verdict'>[]): boolean {
  return sources.some(({ verdict }) => verdict === 'answered' || verdict === 'nothing');
}

/** Whether each source that was asked answered. A protected identity is not to be told from this: give it what may be told on. */
export function accessedIn(sources: readonly Pick<Source, 'source' | 'verdict'>[]): AccessedSource[] {
  return sources
    .filter(({ verdict }) => verdict !== 'not-asked')
    .map(({ source, verdict }) => ({ source, outcome: verdict === 'unchecked' ? 'unchecked' : 'answered' }));
}
