import { PSEUDONYMS } from '../kommunikationsyta/key-proofs.ts';
import { sqlKeyProofStore } from '../kommunikationsyta/sql-key-proof-store.ts';
import { numberIn, type SqlDriver, type SqlRow } from '../kommunikationsyta/sql-driver.ts';
import {
  AuditUnreadable,
  type AuditEntry,
  type AuditStore,
  type CaseEnd,
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
    append: (of, link) =>
      transaction(async (within): Promise<ChainLink> => {
        const [chain] = await within(sql.holdChain, []);
        const [ofCase] = await within(sql.readCaseEnd, [of.subject, of.application]);
        const { entry, end } = link({ chain: endsIn(chain).last, ofCase: ofCase && caseEndIn(ofCase) });
        const { sequence, at, subject, application, action, outcome, detail, hash } = entry;
        await within(sql.appendEntry, [sequence, at, subject, application, action, outcome, detail, hash]);
        await within(sql.moveCaseEnd, [subject, application, end.sequence, end.proof]);
        await within(sql.moveLast, [sequence, hash]);
        return { sequence, hash };
      }),
    async ofCase({ subject, application }, limit) {
      const rows = await run(sql.readCaseRows, [subject, application, limit]);
      const [first] = rows;
      return {
        cut: endsIn(first).cut,
        end: first?.['end_sequence'] == null ? undefined : caseEndIn(first),
        entries: rows
          .filter(({ sequence }) => sequence !== null)
          .map((row) => ({
            ...wordsIn(row),
            sequence: anyNumber(row['sequence']),
            at: anyNumber(row['at']),
            hashBefore: textIn(row['hash_before']),
          })),
      };
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
        await within(sql.dropCaseEnds, [sequence]);
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

function caseEndIn({ end_sequence: sequence, end_proof: proof }: SqlRow): CaseEnd {
  return { sequence: anyNumber(sequence), proof: String(proof) };
}

function wordsIn(row: SqlRow): Omit<AuditEntry, 'sequence' | 'at'> {
  const { subject, application, action, outcome, detail, hash } = row;
  const words = { subject, application, action, outcome, detail, hash };
  const texts = Object.fromEntries(Object.entries(words).map(([name, value]) => [name, String(value)]));
  return texts as Record<keyof typeof words, string>;
}

function entryIn(row: SqlRow): AuditEntry {
  const sequence = auditNumber(row['sequence'], 0);
  return { ...wordsIn(row), sequence, at: auditNumber(row['at'], sequence) };
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** NaN for what is none. */
function anyNumber(value: unknown): number {
  try {
    return numberIn(value);
  } catch {
    return NaN;
  }
}

function auditNumber(value: unknown, sequence: number): number {
  try {
    return numberIn(value);
  } catch {
    throw new AuditUnreadable(sequence);
  }
}
