import type { KeyObject } from 'node:crypto';
import { isKeyOfChain } from '../audit/chain-key.ts';
import {
  missingKey,
  otherKey,
  proofOf,
  PSEUDONYMS,
  type KeyName,
  type KeyProof,
  type KeyProofStore,
} from './key-proofs.ts';
import type { Keys } from './keys.ts';
import type { Stores } from './record-store.ts';
import { unwraps } from './sealed-content.ts';

export interface ProveKeysOptions {
  readonly stores: Pick<Stores, 'keyProofs' | 'audit'>;
  readonly keys: Keys;
  /** Of the keys that seal statements. */
  readonly sealProofs?: readonly KeyProof[];
  readonly clock: () => Date;
  /** Ids of wrapping keys that are lost for good: what is encrypted with them cannot be read, and that is known. */
  readonly lostKeys?: readonly string[];
}

/**
 * Whether the keys are those of the database. Each key leaves a proof there the first time that it is used, and is compared with it
 * ever after. In a database from before the proofs, what is stored shows it. Nothing is written unless every key belongs.
 * @throws KeysRefused with one sentence when a key is another than the database's, or one is missing that something is encrypted with.
 */
export async function proveKeys({
  stores: { keyProofs: store, audit },
  keys,
  sealProofs = [],
  clock,
  lostKeys = [],
}: ProveKeysOptions): Promise<void> {
  const kept = await store.kept();
  const proofs = [...proofsOf(keys), ...sealProofs];
  for (const proof of proofs) {
    const before = kept.find((each) => isSameName(each, proof));
    if (before && before.proof !== proof.proof) throw otherKey(proof);
  }
  const inUse = await store.inUse(clock().getTime());
  const missing = inUse.find((id) => !keys.ring.has(id) && !lostKeys.includes(id));
  if (missing !== undefined) throw missingKey(missing);

  const unproved = proofs.filter((proof) => !kept.some((each) => isSameName(each, proof)));
  for (const { purpose, id } of unproved) {
    const wrapping = purpose === 'wrapping' ? keys.ring.get(id) : undefined;
    if (wrapping && !(await isKeyOfSamples(store, wrapping, id))) throw otherKey({ purpose, id });
    if (purpose === 'pseudonyms' && !(await isKeyOfChain(audit, keys.pseudonyms)))
      throw otherKey({ purpose, id });
  }
  // Another server may be starting with another key: the first to keep its proof is right.
  for (const proof of unproved) if ((await store.keep(proof)) !== proof.proof) throw otherKey(proof);
}

/** Whether nothing has been written to the database yet, so that new keys may be made for it. */
export async function isWithoutKeys({ keyProofs, audit }: ProveKeysOptions['stores']): Promise<boolean> {
  const [kept, inUse, { last }] = await Promise.all([keyProofs.kept(), keyProofs.inUse(0), audit.ends()]);
  return kept.length === 0 && inUse.length === 0 && last.sequence === 0;
}

function proofsOf({ pseudonyms, ring }: Keys): KeyProof[] {
  const wrapping = [...ring].map(([id, key]) => proofOf(key, { purpose: 'wrapping', id }));
  return [proofOf(pseudonyms, PSEUDONYMS), ...wrapping];
}

function isSameName(one: KeyName, other: KeyName): boolean {
  return one.purpose === other.purpose && one.id === other.id;
}

/** One that opens is enough: another may have been changed, which is told when it is read. */
async function isKeyOfSamples(store: KeyProofStore, key: KeyObject, id: string): Promise<boolean> {
  const samples = await store.samples(id);
  return (
    samples.length === 0 ||
    samples.some(({ wrappedKey, belonging }) => unwraps({ keyId: id, wrappedKey }, belonging, key))
  );
}
