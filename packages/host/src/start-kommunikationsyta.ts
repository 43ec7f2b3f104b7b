import type { Row } from '@medborgarnavet/model';
import { alarmOnStderr } from './alarm.ts';
import type { Audit } from './audit/audit.ts';
import { createAudit } from './audit/chained-audit.ts';
import type { AuditHeads } from './audit/heads.ts';
import { startAuditRetention } from './audit/retention.ts';
import type { DraftStore } from './drafts.ts';
import type { Keys } from './kommunikationsyta/keys.ts';
import { databaseSentence } from './kommunikationsyta/database-sentence.ts';
import { proveKeys } from './kommunikationsyta/prove-keys.ts';
import { PURGE_INTERVAL, startPurge, type PurgeFailure } from './kommunikationsyta/purge.ts';
import type { Stores } from './kommunikationsyta/record-store.ts';
import { vaultDrafts } from './kommunikationsyta/vault-drafts.ts';
import { vaultStatements } from './kommunikationsyta/vault-statements.ts';
import { createVault, type Vault } from './kommunikationsyta/vault.ts';
import type { Seal } from './seal.ts';
import type { Watch } from './server/health.ts';
import type { StatementsOf } from './statements.ts';
import { auditedDelivery } from './submission/audited-delivery.ts';
import { startDelivery, type DeliveryFailure } from './submission/delivery.ts';
import type { HostForm } from './submission/host-form.ts';
import type { Deliver } from './submission/message.ts';
import type { SubmissionSigner } from './submission/signer.ts';
import { createSubmissions, type Submissions } from './submission/submissions.ts';

export interface KommunikationsytaOptions {
  readonly stores: Stores;
  readonly keys: Keys;
  /** Ids of wrapping keys that are lost for good: the start is then not refused although something is encrypted with them. */
  readonly lostKeys?: readonly string[];
  /** Where the head of the audit's chain is kept, apart from the database: a file of this server's own. */
  readonly heads: AuditHeads;
  readonly seal: Seal;
  /** Signs what is handed in. */
  readonly signer: SubmissionSigner;
  /** Gives what was handed in to the case system. */
  readonly deliver: Deliver;
  /** The municipality's name, as it is to stand on what is handed in. */
  readonly municipality: string;
  /** What the person vouches for, in the words of the page; those of the elements unless given. */
  readonly declaration?: string;
  /** What the host knows of its own form: what is handed in is compared with it. */
  readonly form: HostForm;
  /** The rows of the municipality's form; those of eAnsökan EkBist unless given. */
  readonly rows?: readonly Row[];
  /** How long a case is kept: 1 to 14 days, seven unless given. */
  readonly lifetimeDays?: number;
  /** How long the audit is kept: 1 to 10 years, five unless given. */
  readonly auditYears?: number;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Told of what has gone wrong while nobody waited for it, and is tried again. A line of JSON on stderr unless given. */
  readonly onFailure?: (failure: DeliveryFailure | PurgeFailure | 'audit-retention-failed') => void;
}

/** What {@link createIncomeHost} takes of it, and the vault for a host that keeps more of a case. */
export interface Kommunikationsyta {
  readonly vault: Vault;
  readonly drafts: DraftStore;
  readonly statements: StatementsOf;
  readonly submissions: Submissions;
  readonly audit: Audit;
  /** What is done now and then, for `createHealth` or `startServer` to tell of: a purge is late after three hours without one. */
  readonly watched: { readonly purge: Watch };
  /** Ends what is under way, and closes the database. */
  readonly close: () => Promise<void>;
}

/** Three times as long as between two purges, in milliseconds. */
const LATE = 3 * PURGE_INTERVAL;

/**
 * Everything that keeps, forgets and delivers, at work: drafts, statements, handing in, the outbox, the purge and the audit. Before any
 * of it the keys are compared with those that the database has been written with.
 * @throws Error with one sentence when a number of days or years is not one that there may be.
 * @throws KeysRefused with one sentence when the keys are not the database's. The stores are then still open.
 */
export async function startKommunikationsyta({
  stores,
  keys,
  heads,
  seal,
  signer,
  deliver,
  municipality,
  declaration,
  form,
  rows,
  lostKeys,
  lifetimeDays,
  auditYears,
  clock,
  newId,
  onFailure = alarmOnStderr(clock),
}: KommunikationsytaOptions): Promise<Kommunikationsyta> {
  const startedAt = clock().getTime();
  await proveKeys({ stores, keys, sealProofs: seal.proofs, clock, ...(lostKeys && { lostKeys }) }).catch(
    (error: unknown) => {
      throw databaseSentence(error);
    },
  );
  const vault = createVault({
    store: stores.records,
    keys,
    clock,
    ...(lifetimeDays !== undefined && { lifetimeDays }),
  });
  const audit = createAudit({ store: stores.audit, keys, clock, heads });
  const statements = vaultStatements(vault);
  const stopRetention = startAuditRetention({
    store: stores.audit,
    ...{ keys, clock },
    ...(auditYears !== undefined && { years: auditYears }),
    onFailure: () => onFailure('audit-retention-failed'),
  });
  const stopPurge = startPurge({ vault, onFailure });
  const delivery = startDelivery({
    outbox: stores.outbox,
    ...{ keys, clock, onFailure },
    deliver: auditedDelivery(deliver, audit),
  });
  const submissions = createSubmissions({
    ...{ vault, statements, seal, signer, clock, newId, municipality, audit, form },
    ...(declaration !== undefined && { declaration }),
    ...(rows && { rows }),
    onHandedIn: delivery.nudge,
  });
  return {
    ...{ vault, statements, submissions, audit },
    drafts: vaultDrafts(vault, clock),
    watched: {
      async purge() {
        const last = await vault.lastPurge();
        const since = Math.max(startedAt, last?.getTime() ?? 0);
        return { ...(last && { last }), isLate: clock().getTime() - since > LATE };
      },
    },
    async close() {
      await Promise.all([delivery.stop(), stopPurge(), stopRetention()]);
      await stores.close();
    },
  };
}
