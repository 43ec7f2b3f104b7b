import {
  createAudit,
  startAuditRetention,
  verifyAudit,
  type AuditEntry,
  type AuditFault,
  type ChainCut,
} from '@medborgarnavet/host';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { sealCut } from '../../../packages/host/src/audit/chain.ts';
import { DAY, fakeClock, KEYS } from '../kommunikationsyta/stores.ts';
import { writeEvents } from './auditing.ts';
import { memoryAudit, memoryHeads, NO_CUT, type Held } from './memory-audit.ts';

const COUNT = 1000;

/** A chain that has been written, and what is kept apart from it. */
let whole: Held;
before(async () => {
  const store = memoryAudit();
  await writeEvents(createAudit({ store, keys: KEYS, clock: fakeClock(), heads: memoryHeads() }), COUNT);
  whole = store.held;
});

const verify = (held: Held) =>
  verifyAudit({ store: memoryAudit(held), keys: KEYS, heads: [memoryHeads(whole.ends.last)] });

async function finds(entries: readonly AuditEntry[], at: number, why: AuditFault, ends = whole.ends) {
  assert.deepEqual(await verify({ entries, ends }), { kind: 'broken', at, why });
}

/** The same chain as retention leaves it when it has taken away so many entries: looking begins there. */
function withoutFirst(count: number): Held {
  const last = whole.entries[count - 1];
  const cut = last ? sealCut(KEYS.pseudonyms, last) : NO_CUT;
  return { entries: whole.entries.slice(count), ends: { ...whole.ends, cut } };
}

/** From a little before an entry: what is done there is found as it is in the whole chain, without reading all that is before it. */
function around(index: number): { held: Held; at: number } {
  const skipped = Math.max(0, index - 2);
  return { held: withoutFirst(skipped), at: index - skipped };
}

const indices = Array.from({ length: COUNT }, (_, index) => index);
const with_ = (entries: readonly AuditEntry[], index: number, changed: Partial<AuditEntry>) =>
  entries.with(index, { ...entries[index]!, ...changed });

/** Each column, changed to what it could have been. */
const edits = (entry: AuditEntry, other: AuditEntry): readonly Partial<AuditEntry>[] => [
  { sequence: entry.sequence - 1 },
  { sequence: entry.sequence + COUNT },
  { at: entry.at - 1 },
  { subject: entry.application },
  { application: entry.subject },
  { action: 'delivery' },
  { outcome: 'failed' },
  { detail: '{"why":"other"}' },
  { hash: other.hash },
  { hash: '' },
];

describe(`in a chain of ${COUNT} entries`, () => {
  test('that is as it was written nothing is found, wherever retention has cut it', async () => {
    assert.deepEqual(await verify(whole), { kind: 'intact', entries: COUNT, last: COUNT });
    for (const count of [0, 1, 500, COUNT - 1, COUNT])
      assert.deepEqual(await verify(withoutFirst(count)), {
        kind: 'intact',
        entries: COUNT - count,
        last: COUNT,
      });
  });

  test('every edit of every column of every entry is found', async () => {
    for (const index of indices) {
      const { held, at } = around(index);
      const entry = held.entries[at]!;
      for (const edit of edits(entry, whole.entries[(index + 1) % COUNT]!)) {
        const verdict = await verify({ ...held, entries: with_(held.entries, at, edit) });
        assert.ok(verdict.kind === 'broken', `${index} ${Object.keys(edit).join()}`);
        assert.ok([entry.sequence, edit.sequence].includes(verdict.at), `${index} ${verdict.at}`);
      }
    }
  });

  test('an edit is found however long the chain before it is', async () => {
    for (const index of indices.filter((each) => each % 4 === 3)) {
      const entry = whole.entries[index]!;
      const all = edits(entry, whole.entries[(index + 1) % COUNT]!).slice(2);
      await finds(with_(whole.entries, index, all[(index >> 2) % all.length]!), index + 1, 'entry-changed');
    }
  });

  test('every entry that is taken away is missed', async () => {
    for (const index of indices) {
      const { held, at } = around(index);
      await finds(held.entries.toSpliced(at, 1), index + 1, 'entry-missing', held.ends);
    }
  });

  test('every swap of two neighbours is found, of what they tell, of their hashes, of both and of their places', async () => {
    for (const first of indices.slice(0, -1)) {
      const { held, at } = around(first);
      const [one, other] = [held.entries[at]!, held.entries[at + 1]!];
      const swapped = (into: AuditEntry, from: AuditEntry, ...kept: (keyof AuditEntry)[]): AuditEntry => ({
        ...from,
        ...Object.fromEntries(kept.map((name) => [name, into[name]])),
      });
      for (const kept of [['sequence', 'hash'], ['sequence'], []] as const) {
        const entries = held.entries.toSpliced(
          at,
          2,
          swapped(one, other, ...kept),
          swapped(other, one, ...kept),
        );
        const verdict = await verify({ ...held, entries });
        assert.equal(verdict.kind === 'broken' && verdict.at, first + 1);
      }
      const hashes = with_(with_(held.entries, at, { hash: other.hash }), at + 1, { hash: one.hash });
      await finds(hashes, first + 1, 'entry-changed', held.ends);
    }
  });

  test('every entry that is written twice, or put in, is found', async () => {
    for (const index of indices) {
      const { held, at } = around(index);
      const entry = held.entries[at]!;
      const twice = held.entries.toSpliced(at, 0, entry);
      await finds(twice, index + 1, 'entry-added', held.ends);
      const moved = { ...entry, detail: '{}' };
      assert.equal((await verify({ ...held, entries: held.entries.toSpliced(at, 0, moved) })).kind, 'broken');
    }
  });

  test('what is put in where one page of it ends and the next begins is found', async () => {
    const { entries } = whole;
    const longer = memoryAudit(whole);
    const heads = memoryHeads(whole.ends.last);
    await writeEvents(createAudit({ store: longer, keys: KEYS, clock: fakeClock(), heads }), 5);
    for (const index of [997, 998, 999, 1000, 1001]) {
      const entry = longer.held.entries[index]!;
      for (const added of [entry, { ...entry, detail: '{}' }, { ...entry, hash: entries[0]!.hash }]) {
        const store = memoryAudit({
          ...longer.held,
          entries: longer.held.entries.toSpliced(index, 0, added),
        });
        assert.equal((await verifyAudit({ store, keys: KEYS, heads: [heads] })).kind, 'broken', `${index}`);
        store.held = { ...longer.held, entries: longer.held.entries.toSpliced(index + 1, 0, added) };
        assert.equal((await verifyAudit({ store, keys: KEYS, heads: [heads] })).kind, 'broken', `${index}`);
      }
    }
  });

  test('what is put before a beginning that retention has made is found', async () => {
    const { entries, ends } = withoutFirst(500);
    for (const entry of [whole.entries[499]!, whole.entries[0]!, { ...whole.entries[0]!, sequence: -5 }])
      await finds([entry, ...entries], entry.sequence, 'entry-added', ends);
  });

  test('every cut at the end is found, also when the database says that it ends there', async () => {
    for (const length of indices) {
      const { held } = around(length);
      const entries = held.entries.filter(({ sequence }) => sequence <= length);
      await finds(entries, length + 1, 'entry-missing', held.ends);
      const last = whole.entries[length - 1] ?? { sequence: 0, hash: '' };
      await finds(entries, length + 1, 'older-than-head', { ...held.ends, last });
    }
  });

  test('every cut at the beginning is found, also when the database says that it was retention', async () => {
    const authentic = withoutFirst(500).ends.cut;
    for (const length of indices.slice(1)) {
      const entries = whole.entries.slice(length);
      await finds(entries, 1, 'entry-missing');
      const { sequence, hash } = whole.entries[length - 1]!;
      const forged: ChainCut[] = [hash, `${hash}.`, `${hash}.${hash}`, '', authentic.proof]
        .map((proof) => ({ sequence, proof }))
        .filter((cut) => !isDeepStrictEqual(cut, authentic));
      for (const cut of forged) await finds(entries, sequence, 'cut-forged', { ...whole.ends, cut });
    }
  });

  test('all of it taken away is found', async () => {
    const { last } = whole.ends;
    const none = { sequence: 0, hash: '' };
    await finds([], 1, 'older-than-head', { last: none, cut: NO_CUT });
    await finds([], 1, 'entry-missing', { last, cut: NO_CUT });
    await finds([], COUNT, 'cut-forged', { last, cut: { sequence: COUNT, proof: last.hash } });
  });

  test('another end than the last entry is found', async () => {
    const { cut, last } = whole.ends;
    for (const moved of [1, 500, COUNT - 1]) {
      const held = { entries: whole.entries, ends: { cut, last: whole.entries[moved - 1]! } };
      for (const [head, why] of [
        [last, 'older-than-head'],
        [whole.entries[0]!, 'end-changed'],
      ] as const)
        assert.deepEqual(
          await verifyAudit({ store: memoryAudit(held), keys: KEYS, heads: [memoryHeads(head)] }),
          { kind: 'broken', at: moved + 1, why },
        );
    }
    await finds(whole.entries, COUNT, 'end-changed', { cut, last: { ...last, hash: '' } });
    await finds(whole.entries, COUNT + 1, 'entry-missing', { cut, last: { ...last, sequence: COUNT + 1 } });
  });

  test('whatever is done to it is found', async () => {
    const any = fc.nat({ max: 39 });
    const anyEdit = fc.oneof(
      fc.record({ do: fc.constant('remove' as const), at: any }),
      fc.record({ do: fc.constant('copy' as const), at: any, to: any }),
      fc.record({ do: fc.constant('swap' as const), at: any, to: any }),
      fc.record({ do: fc.constant('edit' as const), at: any, to: any, which: fc.nat({ max: 9 }) }),
      fc.record({ do: fc.constant('end' as const), at: any }),
      fc.record({ do: fc.constant('cut' as const), at: any }),
      fc.record({ do: fc.constant('uncut' as const), at: any }),
    );
    type Edit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never;
    const done = ({ entries, ends }: Held, edit: Edit): Held => {
      const entry = entries[edit.at];
      if (!entry) return { entries, ends };
      const other = entries['to' in edit ? edit.to : 0] ?? entry;
      switch (edit.do) {
        case 'remove':
          return { entries: entries.toSpliced(edit.at, 1), ends };
        case 'copy':
          return { entries: entries.toSpliced(edit.to, 0, entry), ends };
        case 'swap':
          return {
            entries: entries.map((each) => (each === entry ? other : each === other ? entry : each)),
            ends,
          };
        case 'edit':
          return { entries: with_(entries, edit.at, edits(entry, other)[edit.which]!), ends };
        case 'end':
          return { entries: entries.slice(0, edit.at + 1), ends: { ...ends, last: entry } };
        case 'cut':
          return {
            entries: entries.slice(edit.at + 1),
            ends: { ...ends, cut: { ...ends.cut, sequence: entry.sequence } },
          };
        case 'uncut':
          return { entries, ends: { ...ends, cut: NO_CUT } };
      }
    };
    const sorted = ({ entries, ends: { last, cut } }: Held) => ({
      entries: entries.toSorted((one, other) => one.sequence - other.sequence),
      ends: { last: { sequence: last.sequence, hash: last.hash }, cut },
    });
    const start = withoutFirst(COUNT - 40);
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), async (all) => {
        const held = sorted(all.reduce(done, start));
        const { kind } = await verify(held);
        assert.equal(kind, isDeepStrictEqual(held, sorted(start)) ? 'intact' : 'broken');
      }),
      { numRuns: 1000 },
    );
  });
});

test('a chain is intact whatever is written, and whenever retention cuts it or a server loses its head’s last steps', async () => {
  const anyStep = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), server: fc.nat({ max: 1 }) }) },
    fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: -400, max: 900 }) }),
    fc.record({ do: fc.constant('retain' as const) }),
    fc.record({ do: fc.constant('cut off' as const), server: fc.nat({ max: 1 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps) => {
      const store = memoryAudit();
      const clock = fakeClock();
      const heads = [memoryHeads(), memoryHeads()];
      const audits = heads.map((own) => createAudit({ store, keys: KEYS, clock, heads: own }));
      for (const step of steps) {
        if (step.do === 'write') await writeEvents(audits[step.server]!, 1);
        else if (step.do === 'pass') clock.pass(step.days * DAY);
        else if (step.do === 'retain') await retain(store, clock);
        else {
          // The entry was written and its head was not.
          const own = heads[step.server]!;
          const { kept } = own;
          await writeEvents(audits[step.server]!, 1);
          if (kept) own.kept = kept;
        }
        const known = heads.filter(({ kept }) => kept);
        if (known.length === 0) continue;
        const verdict = await verifyAudit({ store, keys: KEYS, heads: known });
        assert.equal(verdict.kind, 'intact', JSON.stringify(verdict));
      }
    }),
    { numRuns: 300 },
  );
});

async function retain(store: ReturnType<typeof memoryAudit>, clock: () => Date): Promise<void> {
  const every = () => () => undefined;
  const onFailure = () => assert.fail('retention failed');
  await startAuditRetention({ store, keys: KEYS, clock, years: 1, every, onFailure })();
}
