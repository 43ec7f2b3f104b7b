import type { KeyObject } from 'node:crypto';
import { otherKey, proofOf, PSEUDONYMS } from '../kommunikationsyta/key-proofs.ts';
import type { AuditStore } from './audit-store.ts';
import { faultIn, openCut } from './chain.ts';

/** How many entries are looked at. One that holds is enough: another may have been changed, which `verify` tells. */
const LATEST = 6;

/** Whether an audit was written with this key, as far as what is in it shows. */
export async function isKeyOfChain(
  store: Pick<AuditStore, 'ends' | 'after'>,
  key: KeyObject,
): Promise<boolean> {
  const { last, cut } = await store.ends();
  if (last.sequence === 0) return true;
  const beginning = openCut(key, cut);
  if (beginning && cut.sequence > 0) return true;
  const latest = await store.after(last.sequence - LATEST, LATEST);
  const [first] = latest;
  const isFromBeginning = beginning && first?.sequence === beginning.sequence + 1;
  const links = isFromBeginning ? [beginning, ...latest] : latest;
  return latest.some((entry) => links.some((before) => faultIn(key, before, entry) === undefined));
}

/**
 * Sees to it that one key makes the whole chain: the first that writes leaves a proof, and no other can write after it.
 * @throws KeysRefused
 */
export async function claimChain(
  store: Pick<AuditStore, 'ends' | 'after' | 'keyProof' | 'keepKeyProof'>,
  key: KeyObject,
): Promise<void> {
  const { proof } = proofOf(key, PSEUDONYMS);
  const kept = await store.keyProof();
  if (kept === undefined && !(await isKeyOfChain(store, key))) throw otherKey(PSEUDONYMS);
  if ((kept ?? (await store.keepKeyProof(proof))) !== proof) throw otherKey(PSEUDONYMS);
}
