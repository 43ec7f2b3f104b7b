export { parseKeys, readKeys, type KeyEncryptionKey, type Keys } from './keys.ts';
export type { KeyProof, KeyProofStore, KeyPurpose, WrappedSample } from './key-proofs.ts';
export { databaseSentence } from './database-sentence.ts';
export { KeysRefused } from './key-proofs.ts';
export { isWithoutKeys, proveKeys, type ProveKeysOptions } from './prove-keys.ts';
export { startPurge, type PurgeFailure, type PurgeOptions } from './purge.ts';
export {
  RECORD_KINDS,
  type CaseAddress,
  type HandedInRecords,
  type PurgeOutcome,
  type RecordAddress,
  type RecordKind,
  type RecordState,
  type RecordStore,
  type SealedContent,
  type Stores,
  type StoredRecord,
  type WritableRecord,
} from './record-store.ts';
export { CaseClosed } from './case-closed.ts';
export { StoreUnavailable } from './store-unavailable.ts';
export type { LeasedEntry, OutboxEntry, OutboxStore } from './outbox-store.ts';
export { RecordRefused } from './sealed-content.ts';
export { vaultDrafts } from './vault-drafts.ts';
export { vaultStatements } from './vault-statements.ts';
export {
  createVault,
  type HandingInContent,
  type Kept,
  type Standing,
  type Vault,
  type VaultOptions,
} from './vault.ts';
