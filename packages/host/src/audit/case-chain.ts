import type { KeyObject } from 'node:crypto';
import { pseudonym } from '../kommunikationsyta/pseudonym.ts';
import type { CaseAddress } from '../kommunikationsyta/record-store.ts';
import type { CaseEnd, CaseEntry, CaseRows } from './audit-store.ts';
import type { CaseEvents } from './audit.ts';
import { faultIn, openCut } from './chain.ts';
import { readEntry } from './detail.ts';

// Each entry of a case names the one before it in the same case, and the newest is kept beside the entries. So one case can be checked by
// itself, in a time that does not grow with the whole chain.

/** The end of a case, with what shows that it was written by who has the key. */
export function sealEnd(key: KeyObject, { subject, application }: CaseAddress, sequence: number): CaseEnd {
  return { sequence, proof: pseudonym(key, 'audit-case', [subject, application, sequence]) };
}

export function isSealedEnd(key: KeyObject, of: CaseAddress, end: CaseEnd): boolean {
  return sealEnd(key, of, end.sequence).proof === end.proof;
}

/** The events of a case that are as they were written, and whether these are all. `limit` is how many were asked for. */
export function eventsOfCase(
  key: KeyObject,
  of: CaseAddress,
  { entries, end, cut: kept }: CaseRows,
  limit: number,
): CaseEvents {
  const cut = openCut(key, kept);
  const isAsWritten = (entry: CaseEntry): boolean => {
    const sequence = entry.sequence - 1;
    const hash = sequence === cut?.sequence ? cut.hash : entry.hashBefore;
    return hash !== undefined && faultIn(key, { sequence, hash }, entry) === undefined;
  };
  const read = entries.filter(isAsWritten).map((entry) => ({ ...entry, ...readEntry(entry) }));
  const linked = read.filter(({ after }) => after !== undefined);
  const cutAt = cut?.sequence ?? 0;

  /** What was before the first has been taken away at the end of its retention, or was not asked for. */
  const isFollowing = (after: number | undefined, before: CaseEntry | undefined): boolean =>
    before ? after === before.sequence : Number(after) <= cutAt || entries.length === limit;
  const areLinked = linked.every(({ after }, index) => isFollowing(after, linked[index - 1]));

  const newest = linked.at(-1)?.sequence;
  const isEnd = newest === end?.sequence && (end === undefined || isSealedEnd(key, of, end));
  return {
    events: read.map(({ event }) => event),
    isWhole: cut !== undefined && read.length === entries.length && areLinked && isEnd,
  };
}
