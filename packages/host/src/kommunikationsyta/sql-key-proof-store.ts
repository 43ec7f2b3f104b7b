import type { KeyProof, KeyProofStore, KeyPurpose, WrappedSample } from './key-proofs.ts';
import { outboxBelonging } from './outbox-store.ts';
import { recordBelonging, type RecordAddress } from './record-store.ts';
import { numberIn, type RunSql, type SqlDriver, type SqlRow } from './sql-driver.ts';

/** The one logic of both databases. */
export function sqlKeyProofStore({ sql, run, transaction }: SqlDriver): KeyProofStore {
  const kept = async (within: RunSql): Promise<KeyProof[]> =>
    (await within(sql.readKeyProofs, [])).map(proofIn);
  return {
    kept: () => kept(run),
    keep: ({ purpose, id, proof }) =>
      transaction(async (within) => {
        await within(sql.keepKeyProof, [purpose, id, proof]);
        const found = (await kept(within)).find((each) => each.purpose === purpose && each.id === id);
        return found?.proof ?? '';
      }),
    async inUse(now) {
      const rows = [...(await run(sql.keysOfRecords, [now])), ...(await run(sql.keysOfOutbox, []))];
      return [...new Set(rows.map((row) => String(row['key_id'])))].sort();
    },
    async samples(id) {
      const records = await run(sql.recordsOfKey, [id]);
      const entries = await run(sql.outboxOfKey, [id]);
      return [
        ...records.map((row) => sampleIn(row, recordBelonging(addressIn(row), stateIn(row)))),
        ...entries.map((row) =>
          sampleIn(row, outboxBelonging(String(row['id']), numberIn(row['handed_in_at']))),
        ),
      ];
    },
  };
}

function proofIn({ purpose, id, proof }: SqlRow): KeyProof {
  return { purpose: String(purpose) as KeyPurpose, id: String(id), proof: String(proof) };
}

function addressIn({ subject, application, kind }: SqlRow): RecordAddress {
  return {
    subject: String(subject),
    application: String(application),
    kind: String(kind) as RecordAddress['kind'],
  };
}

function stateIn({ version, removal, expires_at: expiresAt }: SqlRow) {
  return { version: numberIn(version), removal: numberIn(removal), expiresAt: numberIn(expiresAt) };
}

function sampleIn({ wrapped_key: wrappedKey }: SqlRow, belonging: WrappedSample['belonging']): WrappedSample {
  return { wrappedKey: wrappedKey instanceof Uint8Array ? wrappedKey : new Uint8Array(), belonging };
}
