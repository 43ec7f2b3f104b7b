import type { AccessAction, AccessLogEntry } from '@medborgarnavet/model';

/** One thing that was done, of one entry or two: how it began, and how it ended. */
export interface Deed<Action extends AccessAction = AccessAction> {
  readonly first: AccessLogEntry & { readonly action: Action };
  /** The same as the first where one entry is all there is. */
  readonly last: AccessLogEntry;
}

/**
 * Joins beginnings with their ends, in the order in which things began. An end goes with the latest beginning of its action
 * that has none: an earlier one was cut off, since a host does one of a kind at a time.
 */
export function toDeeds(entries: readonly AccessLogEntry[]): Deed[] {
  const deeds: Deed[] = [];
  /** The places of those that have begun and have not ended. */
  const open = new Map<AccessAction, number[]>();
  for (const entry of entries) {
    const begun = open.get(entry.action) ?? [];
    const place = entry.outcome === 'begun' ? undefined : begun.pop();
    const deed = place === undefined ? undefined : deeds[place];
    if (place !== undefined && deed) {
      deeds[place] = { ...deed, last: entry };
      continue;
    }
    if (entry.outcome === 'begun') open.set(entry.action, [...begun, deeds.length]);
    deeds.push({ first: entry, last: entry });
  }
  return deeds;
}
