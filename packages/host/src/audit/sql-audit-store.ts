import { numberIn, type SqlDriver, type SqlRow } from '../kommunikationsyta/sql-driver.ts';
import type { AuditEntry, AuditStore, ChainLink } from './audit-store.ts';

/** The one logic of both databases. The chain is held while an entry is written: nobody else writes between. */
export function sqlAuditStore({ sql, run, transaction }: SqlDriver): AuditStore {
  return {
    append: (content, link) =>
      transaction(async (within) => {
        const [chain] = await within(sql.holdChain, []);
        const { sequence, hash } = link(linkIn(chain, 'last'));
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
      return { last: linkIn(chain, 'last'), cut: linkIn(chain, 'cut') };
    },
    cutBefore: (at) =>
      transaction(async (within) => {
        await within(sql.holdChain, []);
        const [last] = await within(sql.lastToCut, [at]);
        if (!last) return;
        const sequence = numberIn(last['sequence']);
        await within(sql.moveCut, [sequence, String(last['hash'])]);
        await within(sql.dropEntries, [sequence]);
      }),
  };
}

/** @throws Error when the row of the chain's ends has been taken away. */
function linkIn(chain: SqlRow | undefined, end: 'last' | 'cut'): ChainLink {
  if (!chain) throw new Error('The audit has no chain: its table has been emptied.');
  return { sequence: numberIn(chain[`${end}_sequence`]), hash: String(chain[`${end}_hash`]) };
}

function entryIn(row: SqlRow): AuditEntry {
  const { subject, application, action, outcome, detail, hash } = row;
  const words = { subject, application, action, outcome, detail, hash };
  const texts = Object.fromEntries(Object.entries(words).map(([name, value]) => [name, String(value)]));
  return {
    ...(texts as Record<keyof typeof words, string>),
    sequence: numberIn(row['sequence']),
    at: numberIn(row['at']),
  };
}
