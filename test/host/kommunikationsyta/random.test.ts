import {
  createVault,
  vaultDrafts,
  type DraftStore,
  type RecordStore,
  type Vault,
} from '@medborgarnavet/host';
import type { Draft, DraftReceipt } from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  BEFORE_ROTATION,
  DAY,
  fakeClock,
  KEYS,
  NAMES,
  ROTATED_KEYS,
  startKind,
  type Kind,
} from './stores.ts';

const draft = (text: string): Draft => ({ version: 1, fields: [['text', text]] });

const anyCase = fc.nat({ max: 2 });
/** One server writes with the new key already, the other still with the old one. */
const anyServer = fc.nat({ max: 1 });
const anyAction = fc.oneof(
  // Follows the newest etag that there has been, or one so many before it; with none, the first save.
  fc.record({
    act: fc.constant('save' as const),
    text: fc.constantFrom('', 'a', 'b', 'åäö 😀\n\t', 'x'.repeat(9000)),
    back: fc.option(fc.constantFrom(0, 0, 0, 1, 2, 7), { nil: undefined }),
    server: anyServer,
    of: anyCase,
  }),
  fc.record({ act: fc.constantFrom('find' as const, 'remove' as const), server: anyServer, of: anyCase }),
  fc.record({ act: fc.constant('removeAll' as const), server: anyServer, of: anyCase }),
  fc.record({ act: fc.constant('purge' as const), server: anyServer }),
  fc.record({
    act: fc.constant('pass' as const),
    time: fc.constantFrom(1, DAY, 3 * DAY, 7 * DAY - 1, 7 * DAY),
  }),
);
type Action = typeof anyAction extends fc.Arbitrary<infer T> ? T : never;

/** What must be there, told as simply as can be. */
interface Model {
  limit?: number;
  current?: { readonly text: string; readonly etag: string };
  readonly etags: string[];
  /** Removed as a whole: nothing is written to it until its limit. */
  isClosed?: boolean;
}

for (const name of NAMES) {
  describe(`whatever is done, in any order and by two servers, in ${name}`, () => {
    let kind: Kind;
    before(async () => (kind = await startKind(name)));
    after(() => kind.end());

    test('there is exactly what a simple model has', async () => {
      const place = await kind.place();
      const stores = [await place.open(), await place.open()] as const;
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(anyAction, { maxLength: 25 }), async (actions) => {
          run += 1;
          const clock = fakeClock();
          const servers = stores.map((store, index) =>
            server(store, index === 0 ? BEFORE_ROTATION : ROTATED_KEYS, clock),
          );
          const models = [0, 1, 2].map((): Model => ({ etags: [] }));
          for (const action of actions) await step(action, servers, models, clock, run);
        }),
        { numRuns: name === 'SQLite' ? 120 : 60 },
      );
      await Promise.all(stores.map((store) => store.close()));
    });

    test('no save is lost when several write at once', async () => {
      const place = await kind.place();
      const stores = [await place.open(), await place.open()];
      const clock = fakeClock();
      const servers = stores.map((store) => server(store, KEYS, clock));
      const done: string[] = [];
      await Promise.all(
        [...servers, ...servers].map(async ({ drafts, vault }, writer) => {
          for (let turn = 0; turn < 6; turn += 1) {
            const added = `<${writer}.${turn}>`;
            for (;;) {
              const found = await drafts.find(caseOf(0, 0));
              const text = `${found?.fields[0]?.[1] ?? ''}${added}`;
              const saved = await drafts.save(caseOf(0, 0), draft(text), found ? [found.etag] : 'none');
              if (saved.outcome === 'saved') break;
            }
            done.push(added);
            if (turn === 3) await vault.purge();
          }
        }),
      );
      const text = (await servers[0]?.drafts.find(caseOf(0, 0)))?.fields[0]?.[1] ?? '';
      assert.deepEqual([...text.matchAll(/<[\d.]+>/g)].map(([each]) => each).sort(), done.sort());
      await Promise.all(stores.map((store) => store.close()));
    });
  });
}

interface Server {
  readonly vault: Vault;
  readonly drafts: DraftStore;
}

function server(store: RecordStore, keys: typeof KEYS, clock: () => Date): Server {
  const vault = createVault({ store, keys, clock });
  return { vault, drafts: vaultDrafts(vault, clock) };
}

function caseOf(of: number, run: number) {
  // Two persons, of whom one has two applications.
  return { personnummer: of === 2 ? '189001029819' : '189001019802', reference: `EK-${run}-${of % 2}` };
}

async function step(
  action: Action,
  servers: readonly Server[],
  models: readonly Model[],
  clock: ReturnType<typeof fakeClock>,
  run: number,
): Promise<void> {
  if (action.act === 'pass') {
    clock.pass(action.time);
    for (const model of models) {
      if (clock().getTime() < (model.limit ?? Infinity)) continue;
      delete model.limit;
      delete model.current;
      delete model.isClosed;
    }
    return;
  }
  const { vault, drafts } = servers[action.server]!;
  if (action.act === 'purge') {
    await vault.purge();
    return;
  }
  const model = models[action.of]!;
  const of = caseOf(action.of, run);
  switch (action.act) {
    case 'find': {
      const found = await drafts.find(of);
      assert.equal(found?.fields[0]?.[1], model.current?.text);
      assert.equal(found?.etag, model.current?.etag);
      return;
    }
    case 'remove':
      await drafts.remove(of);
      delete model.current;
      return;
    case 'removeAll':
      await vault.removeAll(of);
      model.limit ??= clock().getTime() + 7 * DAY;
      model.isClosed = true;
      delete model.current;
      return;
    case 'save':
      return save(action, drafts, model, of, clock().getTime());
  }
}

async function save(
  { text, back }: Extract<Action, { act: 'save' }>,
  drafts: DraftStore,
  model: Model,
  of: ReturnType<typeof caseOf>,
  now: number,
): Promise<void> {
  const named = back === undefined ? undefined : model.etags.at(-1 - back);
  const saved = drafts.save(of, draft(text), named === undefined ? 'none' : [named]);
  if (model.isClosed) return assert.rejects(saved, { name: 'CaseClosed' });
  const result = await saved;
  if (named === model.current?.etag) {
    assert.ok(result.outcome === 'saved');
    assert.ok(!model.etags.includes(result.receipt.etag), 'an etag has come back');
    model.limit ??= now + 7 * DAY;
    remember(model, text, result.receipt);
  } else if (model.current?.text === text) {
    assert.ok(result.outcome === 'saved');
    assert.equal(result.receipt.etag, model.current.etag);
  } else {
    assert.ok(result.outcome === 'conflict');
    assert.equal(result.current?.etag, model.current?.etag);
  }
}

function remember(model: Model, text: string, { etag, expiresAt }: DraftReceipt): void {
  assert.equal(new Date(expiresAt).getTime(), model.limit);
  model.current = { text, etag };
  model.etags.push(etag);
}
