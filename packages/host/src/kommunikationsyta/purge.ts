import { startRepeating, type RepeatingOptions } from '../repeating.ts';
import type { Vault } from './vault.ts';

export interface PurgeOptions extends Partial<RepeatingOptions> {
  readonly vault: Pick<Vault, 'purge'>;
  /** Milliseconds between purges; an hour unless given. */
  readonly interval?: number;
  /** Told when a purge could not be done; the next one tries again. What was past its limit is not read meanwhile. */
  readonly onFailure?: () => void;
}

const HOUR = 60 * 60 * 1000;

/**
 * Purges now and then on. A purge that takes long is not overtaken by the next. Gives a function that stops it, and that
 * resolves when no purge runs any more.
 */
export function startPurge({ vault, interval = HOUR, every, onFailure }: PurgeOptions): () => Promise<void> {
  return startRepeating(() => vault.purge(), { interval, every, onFailure });
}
