import type { Keys } from '../kommunikationsyta/keys.ts';
import { caseAddress } from '../kommunikationsyta/pseudonym.ts';
import type { CaseAddress } from '../kommunikationsyta/record-store.ts';
import { AuditUnreadable, type AuditStore, type CaseRows, type ChainLink } from './audit-store.ts';
import type { Audit, AuditEvent } from './audit.ts';
import { eventsOfCase, isSealedEnd, sealEnd } from './case-chain.ts';
import { claimChain } from './chain-key.ts';
import { BEGINNING, isSameLink, leadsTo, linkAfter, openCut } from './chain.ts';
import { wordsOf, writtenAfter } from './detail.ts';
import type { AuditHeads } from './heads.ts';
import { oneAtATime } from './in-turn.ts';

export interface AuditOptions {
  readonly store: AuditStore;
  readonly keys: Pick<Keys, 'pseudonyms'>;
  readonly clock: () => Date;
  /** Of this server and no other. */
  readonly heads: AuditHeads;
}

/** The chain in the database does not go on from what is known of it: it is older, or another. */
export class AuditBroken extends Error {
  override readonly name = 'AuditBroken';

  constructor() {
    super('The chain of the audit is broken: nothing more is written until that has been looked into.');
  }
}

const NEWEST = 2000;

/**
 * An audit whose entries hang together by hashes that take the key to make, with the head of the chain kept apart. The head only
 * moves along the chain: when the entries between cannot be shown to lead from it to the new one, nothing is written any more.
 * Otherwise who cuts off the end of the chain would be forgotten as soon as new entries had become as many.
 */
export function createAudit({ store, keys, clock, heads }: AuditOptions): Audit {
  const key = keys.pseudonyms;
  const inTurn = oneAtATime();
  let claimed: Promise<void> | undefined;

  /** Once, before this server's first entry. */
  async function claim(): Promise<void> {
    claimed ??= claimChain(store, key);
    try {
      await claimed;
    } catch (error) {
      claimed = undefined;
      throw error;
    }
  }

  /** Before this server's first entry, the end of the chain as it is found: no entry is told of without a head that is before it. */
  async function keptHead(): Promise<ChainLink> {
    const kept = await heads.read();
    if (kept) return kept;
    const { last } = await store.ends();
    await heads.keep(last);
    return last;
  }

  async function append(
    of: CaseAddress,
    at: number,
    words: AuditEvent,
  ): Promise<{ before: ChainLink; written: ChainLink }> {
    const kept = await keptHead();
    let before = BEGINNING;
    const written = await store.append(of, ({ chain: last, ofCase }) => {
      const isOther = last.sequence === kept.sequence && last.hash !== kept.hash;
      if (last.sequence < kept.sequence || isOther) throw new AuditBroken();
      // Going on from a forged end would make it ours.
      if (ofCase && !isSealedEnd(key, of, ofCase)) throw new AuditBroken();
      before = last;
      const content = { at, ...of, ...writtenAfter(ofCase?.sequence ?? 0, words) };
      const link = linkAfter(key, last, content);
      return { entry: { ...content, ...link }, end: sealEnd(key, of, link.sequence) };
    });
    return { before, written };
  }

  /** Whether what other servers have written, and this one before it was cut off, leads from the head to a place. */
  async function goesOn(kept: ChainLink, to: ChainLink): Promise<boolean> {
    if (isSameLink(kept, to)) return true;
    const cut = openCut(key, (await store.ends()).cut);
    if (!cut || cut.sequence <= kept.sequence) return leadsTo(store, key, kept, to);
    // Retention has taken away what was in between, after having shown the same of it.
    return cut.sequence > to.sequence || leadsTo(store, key, cut, to);
  }

  async function moveHead(before: ChainLink, written: ChainLink): Promise<void> {
    const kept = await keptHead();
    // A later entry of this server was sooner with it.
    if (written.sequence <= kept.sequence) return;
    if (!(await goesOn(kept, before))) throw new AuditBroken();
    await heads.keep(written);
  }

  return {
    async write(of, event) {
      await claim();
      const { before, written } = await append(caseAddress(keys, of), clock().getTime(), wordsOf(event));
      await inTurn(() => moveHead(before, written));
    },
    async ofCase(of) {
      const address = caseAddress(keys, of);
      let rows: CaseRows;
      try {
        rows = await store.ofCase(address, NEWEST);
      } catch (error) {
        if (error instanceof AuditUnreadable) return { events: [], isWhole: false };
        throw error;
      }
      return eventsOfCase(key, address, rows, NEWEST);
    },
  };
}
