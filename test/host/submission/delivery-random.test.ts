import {
  CaseClosed,
  createVault,
  writeMessageContent,
  type Case,
  type HandedInMessage,
  type Standing,
  type Vault,
} from '@medborgarnavet/host';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  DAY,
  fakeClock,
  KEYS,
  NAMES,
  startKind,
  type Kind,
  type Opened,
} from '../kommunikationsyta/stores.ts';
import { delivering, MINUTE } from './delivering.ts';
import { createReceiver, MANNERS } from './receiver.ts';

const SERVERS = [0, 1] as const;
const CASES = [0, 1, 2] as const;
const LEASE = MINUTE;

const anyAction = fc.record({
  act: fc.constantFrom('save', 'save', 'hand in', 'hand in', 'forget', 'purge', 'nudge'),
  server: fc.constantFrom(...SERVERS),
  of: fc.constantFrom(...CASES),
  /** How one of those that come next is taken. */
  manner: fc.constantFrom(...MANNERS),
});
type Action = typeof anyAction extends fc.Arbitrary<infer T> ? T : never;

/** What is done at the same time. Then time passes, and with some servers it is noticed that it has. */
const anyTurn = fc.record({
  actions: fc.array(anyAction, { minLength: 1, maxLength: 6 }),
  time: fc.constantFrom(0, 1, 5000, LEASE / 2, LEASE - 1, LEASE, 10 * MINUTE, 3 * DAY, 7 * DAY),
  aborting: fc.subarray([...SERVERS]),
  ringing: fc.subarray([...SERVERS]),
});
type Turn = typeof anyTurn extends fc.Arbitrary<infer T> ? T : never;

for (const name of NAMES) {
  describe(`whatever is saved, handed in and delivered by two servers, in ${name}`, () => {
    let kind: Kind;
    before(async () => (kind = await startKind(name)));
    after(() => kind.end());

    test('no save is lost, and all that is handed in comes, and never twice at a time', async () => {
      const place = await kind.place();
      const stores = [await place.open(), await place.open()] as const;
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(anyTurn, { minLength: 1, maxLength: 8 }), async (turns) => {
          const world = createWorld(stores, (run += 1));
          for (const turn of turns) await world.turn(turn);
          await world.end();
        }),
        // What fails leaves servers behind, and the order in which a database answers does not come again.
        { numRuns: name === 'SQLite' ? 30 : 50, endOnFailure: true },
      );
      await Promise.all(stores.map((store) => store.close()));
    });
  });
}

/** A case, and what must be found of what was saved in it: in its draft, or in what was handed in. */
interface Expected {
  readonly of: Case;
  readonly saved: Set<string>;
  handedIn: string;
}

function createWorld(stores: readonly [Opened, Opened], run: number) {
  const clock = fakeClock();
  const vaults = stores.map((store) => createVault({ store, keys: KEYS, clock }));
  const receiver = createReceiver(clock);
  const servers = stores.map(({ outbox }) =>
    delivering({
      outbox: receiver.watched(outbox),
      clock,
      deliver: receiver.deliver,
      leaseMilliseconds: LEASE,
    }),
  );
  const handedIn = new Map<string, HandedInMessage>();
  const cases = CASES.map((index): Expected => {
    const of = { personnummer: '189001019802', reference: `EK-${run}-${index}` };
    return { of, saved: new Set(), handedIn: '' };
  });
  let tokens = 0;
  let ids = 0;

  /** Gives what was saved, when it was. */
  async function act({ act, server, of: index, manner }: Action): Promise<string | undefined> {
    const vault = vaults[server]!;
    const own = cases[index]!;
    if (act === 'save') return save(vault, own.of, `<${(tokens += 1)}>`);
    if (act === 'forget') await vault.forget(own.of);
    if (act === 'purge') await vault.purge();
    if (act === 'hand in') {
      const message = await handInDraft(vault, own.of, `${run}-${(ids += 1)}`, clock());
      if (message) {
        handedIn.set(message.id, message);
        own.handedIn += message.json;
      }
    }
    if (act === 'hand in' || act === 'nudge') {
      receiver.manners.push(manner);
      servers[server]!.nudge();
    }
    return undefined;
  }

  async function check(own: Expected, time: number): Promise<void> {
    const draft = await vaults[0]!.read(own.of, 'draft');
    const texts = textOf(draft?.content) + own.handedIn;
    for (const token of own.saved) assert.equal(texts.split(token).length, 2, `${token} in ${texts}`);
    const limit = draft?.expiresAt ?? (await vaults[0]!.read(own.of, 'receipt'))?.expiresAt ?? Infinity;
    if (clock().getTime() + time >= limit) own.saved.clear();
  }

  return {
    async turn({ actions, time, aborting, ringing }: Turn): Promise<void> {
      const saved = await Promise.all(actions.map(act));
      for (const [index, own] of cases.entries()) {
        const ofCase = actions.map((action, at) => ({ ...action, saved: saved[at] }));
        const here = ofCase.filter(({ of }) => of === index);
        for (const { saved: token } of here) if (token !== undefined) own.saved.add(token);
        // What is saved meanwhile may be before it or after it.
        if (here.some(({ act }) => act === 'forget')) own.saved.clear();
        await check(own, time);
      }
      clock.pass(time);
      for (const server of aborting) servers[server]!.timers.elapse();
      for (const server of ringing) servers[server]!.timers.ring();
    },
    /** From now on all goes well. */
    async end(): Promise<void> {
      receiver.manners.length = 0;
      do {
        clock.pass(DAY);
        for (const { timers } of servers) timers.elapse();
        await Promise.all(servers.map((server) => server.round()));
      } while ((await stores[0].outbox.waiting()).count > 0);
      await Promise.all(servers.map((server) => server.stop()));
      assert.deepEqual(receiver.kept, handedIn);
      assert.deepEqual(receiver.faults, []);
      for (const { failures } of servers)
        assert.deepEqual(
          failures().filter((failure) => !failure.startsWith('delivery-')),
          [],
        );
    },
  };
}

const textOf = (content: Uint8Array | undefined): string => Buffer.from(content ?? []).toString();

/** The draft, and how it stands; undefined when somebody came between. */
async function draftOf(vault: Vault, of: Case): Promise<{ text: string; standing: Standing } | undefined> {
  const standing = await vault.standing(of, 'draft');
  const kept = await vault.read(of, 'draft');
  if (kept?.version !== (standing.isKept ? standing.version : undefined)) return undefined;
  return { text: textOf(kept?.content), standing };
}

async function save(vault: Vault, of: Case, token: string): Promise<string | undefined> {
  const draft = await draftOf(vault, of);
  if (!draft) return undefined;
  const content = Buffer.from(draft.text + token);
  const isSaved = await vault.write(of, 'draft', content, draft.standing).catch(unlessClosed);
  return isSaved && token;
}

/** It has been handed in meanwhile, or is being forgotten. */
function unlessClosed(error: unknown): undefined {
  if (!(error instanceof CaseClosed)) throw error;
}

async function handInDraft(
  vault: Vault,
  of: Case,
  id: string,
  at: Date,
): Promise<HandedInMessage | undefined> {
  const draft = await draftOf(vault, of);
  if (!draft) return undefined;
  const message = { id, reference: of.reference, json: draft.text, html: '<p>', signed: 'a.b.c' };
  const isDone = await vault
    .handIn(of, {
      receipt: Buffer.from('receipt'),
      message: writeMessageContent(message),
      id,
      at,
      after: { draft: draft.standing },
    })
    .catch(unlessClosed);
  return isDone && message;
}
