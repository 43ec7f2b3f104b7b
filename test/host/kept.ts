import {
  createAudit,
  createSubmissions,
  createSubmissionSigner,
  createVault,
  startDelivery,
  vaultDrafts,
  vaultStatements,
  type Audit,
  type AuditHeads,
  type HandedInMessage,
  type HostForm,
  type Stores,
  type Vault,
} from '@medborgarnavet/host';
import { openSqliteStore } from '@medborgarnavet/host/sqlite.ts';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryHeads } from './audit/memory-audit.ts';
import { host, seal, type Settings } from './host.ts';
import { fakeClock, KEYS } from './kommunikationsyta/stores.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const signer = createSubmissionSigner(privateKey, 'test-1');

/** A form that takes any field, and applies for October. */
export const FORM: HostForm = {
  name: 'inkomster',
  periodOf: () => Promise.resolve('2026-10'),
  fields: 'not-listed',
};

export interface KeptOptions {
  readonly form?: HostForm;
  /** A database of its own in SQLite unless given. */
  readonly stores?: Stores;
  readonly heads?: AuditHeads;
}

/** A host that keeps everything in a database of its own, with an audit, and what is handed in in an outbox. */
export async function keptHost({ form = FORM, ...given }: KeptOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  const stores = given.stores ?? (await openSqliteStore({ file: join(folder, 'kommunikationsyta.sqlite') }));
  const heads = given.heads ?? memoryHeads();
  const now = fakeClock();
  const vault: Vault = createVault({ store: stores.records, keys: KEYS, clock: now });
  const audit: Audit = createAudit({ store: stores.audit, keys: KEYS, clock: now, heads });
  const statements = vaultStatements(vault);
  const drafts = vaultDrafts(vault, now);
  let ids = 0;
  const submissions = createSubmissions({
    ...{ vault, statements, seal, signer, clock: now, audit, form },
    newId: () => `inlamning-${(ids += 1)}`,
    municipality: 'Exempelköpings kommun',
  });
  return {
    ...{ folder, now, vault, audit, stores, submissions },
    /** The same for whoever asks. */
    host: (settings: Settings = {}) => host({ statements, drafts, submissions, audit, now, ...settings }),
    /** Delivers what is due, and gives it. */
    async delivered(): Promise<HandedInMessage[]> {
      const messages: HandedInMessage[] = [];
      const { count } = await stores.outbox.waiting();
      if (count === 0) return messages;
      const deliver = (message: HandedInMessage) => Promise.resolve(void messages.push(message));
      const common = { outbox: stores.outbox, keys: KEYS, clock: now, deliver, every: () => () => undefined };
      await new Promise<void>((resolve) => {
        const onDelivered = (): void => (messages.length === count ? resolve() : undefined);
        startDelivery({ ...common, onDelivered });
      });
      return messages;
    },
    async [Symbol.asyncDispose]() {
      await stores.close();
      rmSync(folder, { recursive: true });
    },
  };
}
