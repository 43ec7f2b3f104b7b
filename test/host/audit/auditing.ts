import { createAudit, fileHeads, type Audit, type AuditEvent, type AuditHeads } from '@medborgarnavet/host';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEYS, type Opened, type Place } from '../kommunikationsyta/stores.ts';

// What the tests of the audit share: whose it is, and servers that write it.

export const ANNA = { personnummer: '189001019802', reference: 'EK-2026-kanarie' };
export const SAME_PERSON = { ...ANNA, reference: 'EK-2026-2' };
export const BERTIL = { ...ANNA, personnummer: '189001029819' };

export const FETCHED: AuditEvent = {
  action: 'income-fetch',
  outcome: 'done',
  sources: [
    { source: 'FK', outcome: 'answered' },
    { source: 'CSN', outcome: 'unchecked' },
  ],
};
export const READ: AuditEvent = { action: 'income-read', outcome: 'done' };
export const REFUSED: AuditEvent = { action: 'submission', outcome: 'refused', why: 'other-amount' };

export interface Server {
  readonly store: Opened;
  readonly audit: Audit;
  readonly heads: AuditHeads;
  /** The file with the head. */
  readonly file: string;
}

/** Servers with heads in a folder that is made for them. */
export function serversIn(folder = mkdtempSync(join(tmpdir(), 'audit-'))) {
  const opened: Opened[] = [];
  let files = 0;
  return {
    folder,
    async start(place: Place, clock: () => Date): Promise<Server> {
      const store = await place.open();
      opened.push(store);
      const file = join(folder, `head-${(files += 1)}`);
      const heads = fileHeads(file);
      return { store, heads, file, audit: createAudit({ store: store.audit, keys: KEYS, clock, heads }) };
    },
    async end(): Promise<void> {
      await Promise.all(opened.splice(0).map((store) => store.close()));
      rmSync(folder, { recursive: true });
    },
  };
}

/** As many events, of three cases in turn. */
export async function writeEvents(audit: Audit, count: number): Promise<void> {
  for (let event = 0; event < count; event += 1) {
    const of = [ANNA, BERTIL, SAME_PERSON][event % 3]!;
    await audit.write(of, [FETCHED, READ, REFUSED, READ][event % 4]!);
  }
}
