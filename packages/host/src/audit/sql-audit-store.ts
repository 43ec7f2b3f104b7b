import { PSEUDONYMS } from '../kommunikationsyta/key-proofs.ts';
import { sqlKeyProofStore } from '../kommunikationsyta/sql-key-proof-store.ts';
import { numberIn, type SqlDriver, type SqlRow } from '../kommunikationsyta/sql-driver.ts';
import {
  AuditUnreadable,
  type AuditEntry,
  type AuditStore,
  type ChainEnds,
  type ChainLink,
} from './audit-store.ts';

/** The one logic of both databases. The chain is held while an entry is written: nobody else writes between. */
export function sqlAuditStore(driver: SqlDriver): AuditStore {
  const { sql, run, transaction, clearRemoved } = driver;
  const proofs = sqlKeyProofStore(driver);
  return {
    async keyProof() {
      return (await proofs.kept()).find(({ purpose }) => purpose === PSEUDONYMS.purpose)?.proof;
    },
    keepKeyProof: (proof) => proofs.keep({ ...PSEUDONYMS, proof }),
    append: (content, link) =>
      transaction(async (within): Promise<ChainLink> => {
        const [chain] = await within(sql.holdChain, []);
        const { sequence, hash } = link(endsIn(chain).last);
        const { at, subject, application, action, outcome, detail } = content;
        await within(sql.appendEntry, [sequence, at, subject, application, action, outcome, detail, hash]);
        await within(sql.moveLast, [sequence, hash]);
        return { sequence, hash };
      }),
    async ofCase({ subject, application }, limit) {
      return (await run(sql.entriesOfCase, [subject, application, limit])).map(entryIn).reverse();
    },
    async after(sequence, limit) {
      return (await run(sql.entriesAfter, [sequence, limit])).map(entryIn);
    },
    async ends() {
      const [chain] = await run(sql.readChain, []);
      return endsIn(chain);
    },
    async cutTo({ sequence, proof }) {
      await transaction(async (within) => {
        const [chain] = await within(sql.holdChain, []);
        if (endsIn(chain).cut.sequence >= sequence) return;
        await within(sql.moveCut, [sequence, proof]);
        await within(sql.dropEntries, [sequence]);
      });
      await clearRemoved();
    },
  };
}

function endsIn(chain: SqlRow | undefined): ChainEnds {
  if (!chain) throw new AuditUnreadable(0);
  const { last_sequence: last, last_hash: hash, cut_sequence: cut, cut_hash: proof } = chain;
  return {
    last: { sequence: auditNumber(last, 0), hash: String(hash) },
    cut: { sequence: auditNumber(cut, 0), proof: String(proof) },
  };
}

function entryIn(row: SqlRow): AuditEntry {
  const { subject, application, action, outcome, detail, hash } = row;
  const words = { subject, application, action, outcome, detail, hash };
  const texts = Object.fromEntries(Object.entries(words).map(([name, value]) => [name, String(value)]));
  const sequence = auditNumber(row['sequence'], 0);
  return {
    ...(texts as Record<keyof typeof words, string>),
    sequence,
    at: auditNumber(row['at'], sequence),
  };
}

function auditNumber(value: unknown, sequence: number): number {
  try {
    return numberIn(value);
  } catch {
    throw new AuditUnreadable(sequence);
  }
}
