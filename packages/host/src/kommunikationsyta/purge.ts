import { alarmOnStderr } from '../alarm.ts';
import { startRepeating, type RepeatingOptions } from '../repeating.ts';
import type { Vault } from './vault.ts';

/**
 * - `purge-failed`: it could not be done; the next one tries again
 * - `purge-skipped`: another server is at it. Now and then that is as it should be
 * - `purge-bytes-left`: it was done, and the bytes of what it removed are in the database's files until the next one
 *
 * What was past its limit is not read meanwhile.
 */
export type PurgeFailure = 'purge-failed' | 'purge-skipped' | 'purge-bytes-left';

export interface PurgeOptions extends Partial<Omit<RepeatingOptions, 'onFailure'>> {
  readonly vault: Pick<Vault, 'purge'>;
  /** Milliseconds between purges; an hour unless given. */
  readonly interval?: number;
  /** Told of each purge that did not do all that it is for. A line of JSON on stderr unless given. */
  readonly onFailure?: (failure: PurgeFailure) => void;
}

export const PURGE_INTERVAL = 60 * 60 * 1000;

/**
 * Purges now and then on. A purge that takes long is not overtaken by the next. Gives a function that stops it, and that
 * resolves when no purge runs any more.
 */
export function startPurge({
  vault,
  interval = PURGE_INTERVAL,
  every,
  onFailure = alarmOnStderr(),
}: PurgeOptions): () => Promise<void> {
  const purge = async (): Promise<void> => {
    const outcome = await vault.purge();
    if (outcome !== 'done') onFailure(`purge-${outcome}`);
  };
  return startRepeating(purge, { interval, every, onFailure: () => onFailure('purge-failed') });
}
