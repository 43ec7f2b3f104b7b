import type { AccessAction, AccessedSource, Source } from '@medborgarnavet/model';
import type { Case } from '../asking.ts';
import { failureOf } from '../failure.ts';
import type { Audit } from './audit.ts';

/** Where an audit is kept, and of whom and what. Without an audit nothing is written. */
export interface Audited {
  readonly audit: Audit | undefined;
  readonly of: Case;
  readonly action: AccessAction;
}

/** Writes that it begins, does it, and writes how it ended. What cannot be written is not done, and not told of. */
export async function audited<T>(
  { audit, of, action }: Audited,
  work: () => Promise<T>,
  sourcesIn: (result: T) => readonly AccessedSource[] = () => [],
): Promise<T> {
  await audit?.write(of, { action, outcome: 'begun' });
  try {
    const result = await work();
    await audit?.write(of, { action, outcome: 'done', sources: sourcesIn(result) });
    return result;
  } catch (error) {
    const { problem, detail = problem } = failureOf(error);
    // What was not taken since it disagrees with what is known is another thing than what could not be done.
    const outcome = problem === 'conflict' ? 'refused' : 'failed';
    await audit?.write(of, { action, outcome, why: detail });
    throw error;
  }
}

/** Whether each source that was asked answered. A protected identity is not to be told from this: give it what may be told on. */
export function accessedIn(sources: readonly Pick<Source, 'source' | 'verdict'>[]): AccessedSource[] {
  return sources
    .filter(({ verdict }) => verdict !== 'not-asked')
    .map(({ source, verdict }) => ({ source, outcome: verdict === 'unchecked' ? 'unchecked' : 'answered' }));
}
