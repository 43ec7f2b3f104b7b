import { alarmOnStderr } from '../alarm.ts';
import type { Keys } from '../kommunikationsyta/keys.ts';
import { startRepeating, type RepeatingOptions } from '../repeating.ts';
import type { AuditStore } from './audit-store.ts';
import { faultIn, openCut, sealCut } from './chain.ts';
import { AuditBroken } from './chained-audit.ts';

export interface AuditRetentionOptions extends Partial<RepeatingOptions> {
  readonly store: AuditStore;
  readonly keys: Pick<Keys, 'pseudonyms'>;
  readonly clock: () => Date;
  /** How long an entry is kept: 1 to 10 years, five unless given. */
  readonly years?: number;
  /** Milliseconds between looks for what is older; an hour unless given. */
  readonly interval?: number;
  /** Told when it could not be done, also since what should be taken away is not what was written. A line of JSON on stderr unless given. */
  readonly onFailure?: () => void;
}

const YEARS = 5;
const MOST_YEARS = 10;
const HOUR = 60 * 60 * 1000;
const PAGE = 1000;

/**
 * Takes away what is older than so many years, now and then on, from the beginning of the chain. Gives a function that stops it, and
 * that resolves when it is at rest.
 * @throws Error with one sentence when the years are not a whole number from 1 to 10.
 */
export function startAuditRetention({
  store,
  keys,
  clock,
  years = YEARS,
  interval = HOUR,
  every,
  onFailure = () => alarmOnStderr(clock)('audit-retention-failed'),
}: AuditRetentionOptions): () => Promise<void> {
  if (!Number.isInteger(years) || years < 1 || years > MOST_YEARS)
    throw new Error(`The audit keeps an entry for 1 to ${MOST_YEARS} whole years, not ${years}.`);
  return startRepeating(() => cutBefore({ store, keys }, yearsBefore(clock(), years)), {
    interval,
    every,
    onFailure,
  });
}

/** A 29 February that is not there is the day before: nothing is kept shorter for it. */
function yearsBefore(now: Date, years: number): number {
  const then = new Date(now);
  then.setUTCFullYear(now.getUTCFullYear() - years);
  if (then.getUTCMonth() !== now.getUTCMonth()) then.setUTCDate(0);
  return then.getTime();
}

/**
 * Takes away what was written before an instant. Only what can be shown to have been written then: otherwise who can write in the
 * database could make an entry old, and have it taken away. What comes after something newer waits, so that a clock that was put
 * back makes no hole.
 * @throws AuditBroken
 */
async function cutBefore(
  { store, keys: { pseudonyms: key } }: Pick<AuditRetentionOptions, 'store' | 'keys'>,
  instant: number,
): Promise<void> {
  for (;;) {
    const beginning = openCut(key, (await store.ends()).cut);
    if (!beginning) throw new AuditBroken();
    let last = beginning;
    const page = await store.after(beginning.sequence, PAGE);
    for (const entry of page) {
      if (entry.at >= instant) break;
      if (faultIn(key, last, entry)) throw new AuditBroken();
      last = entry;
    }
    if (last === beginning) return;
    await store.cutTo(sealCut(key, last));
  }
}
