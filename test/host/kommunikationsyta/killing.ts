import { createVault, parseKeys, startDelivery, type Vault } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { received, receivedIds, receive } from './receiving.ts';
import type { Opened, Place } from './stores.ts';
import {
  caseNumber,
  draftNumber,
  isAfter,
  messageNumber,
  ofWriter,
  receiptNumber,
  WRITER_KEYS,
} from './writing.ts';

const CACHE = join(tmpdir(), 'medborgarnavet-compile-cache');
const WRITERS = 3;
/**
 * A writer is killed within so many milliseconds of the first, second … sixteenth line that it tells, in turn. So how much is written at least
 * does not depend on how quick the machine is.
 */
const LONGEST = 40;
const LINES = 16;
const KEYS = parseKeys(WRITER_KEYS);
const clock = (): Date => new Date();

/** How many were told of as done. */
export interface Told {
  readonly saves: number;
  readonly handedIn: number;
}

/**
 * Kills processes that write to one database, hand in and deliver, `kill -9`, at random moments, and looks after each what there is: the
 * last save that was told of as done, or the one that was under way, and nothing else; and each handing in as a whole or not at all.
 * At the end all that was handed in is delivered.
 */
export async function killWriters(place: Place, kills: number): Promise<Told> {
  const store = await place.open();
  const vault = createVault({ store, keys: KEYS, clock });
  const folder = mkdtempSync(join(tmpdir(), 'receiver-'));
  const handedIn: string[] = [];
  let left = kills;
  let told: Told = { saves: 0, handedIn: 0 };

  async function writer(who: string): Promise<void> {
    let at = 0;
    const seen: number[] = [];
    while ((left -= 1) >= 0) {
      const { tried, done, handing, handed } = await writeUntilKilled(1 + (left % LINES), [
        place.argument,
        who,
        String(at),
        folder,
      ]);
      const kept = await vault.read(ofWriter(who), 'draft');
      const last = Math.max(done, at);
      const is = [last, tried].find((number) => isAfter(number, kept?.content));
      assert.ok(is !== undefined, `after ${last}, when ${tried} was tried`);
      for (const number of handing) {
        const isHandedIn = await isWhole({ place, vault, folder }, who, number);
        assert.ok(isHandedIn || !handed.includes(number), `handed in ${number}`);
        if (isHandedIn) seen.push(number);
      }
      told = { saves: told.saves + last - at, handedIn: told.handedIn + handed.length };
      at = is;
    }
    for (const number of seen) assert.ok(await isWhole({ place, vault, folder }, who, number), `${number}`);
    handedIn.push(...seen.map((number) => messageNumber(who, number).id));
  }

  try {
    await Promise.all(Array.from({ length: WRITERS }, (_, index) => writer(`writer-${index}`)));
    await deliverAll(store, folder);
    assert.deepEqual(receivedIds(folder).sort(), handedIn.sort());
    await store.purge(clock().getTime() + 15 * 86_400_000);
    for (const table of ['record', 'case', 'outbox'])
      assert.deepEqual(await place.sql(`SELECT * FROM kommunikationsyta_${table}`), []);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
  return told;
}

/**
 * Whether a case is handed in: then its receipt is there and its draft is not, and the message waits or has come. When it is not, it is the
 * other way round.
 */
async function isWhole(
  { place, vault, folder }: { place: Place; vault: Vault; folder: string },
  who: string,
  number: number,
): Promise<boolean> {
  const of = caseNumber(who, number);
  const message = messageNumber(who, number);
  for (;;) {
    const receipt = await vault.read(of, 'receipt');
    const draft = await vault.read(of, 'draft');
    const waits = await place.sql('SELECT id FROM kommunikationsyta_outbox WHERE id = $1', [message.id]);
    const has = received(folder, message.id);
    // PostgreSQL may still have been at the last that a killed writer asked for.
    const isLater = (await vault.standing(of, 'receipt')).version !== (receipt?.version ?? 0);
    if (isLater) continue;
    assert.deepEqual(draft && Buffer.from(draft.content), receipt ? undefined : draftNumber(number));
    if (receipt) assert.deepEqual(Buffer.from(receipt.content), receiptNumber(number));
    if (has) assert.deepEqual(has, message);
    assert.equal(waits.length > 0 || has !== undefined, receipt !== undefined, `${message.id} is half`);
    return receipt !== undefined;
  }
}

/** With a clock that is past every lease. */
async function deliverAll({ outbox }: Opened, folder: string): Promise<void> {
  const later = (): Date => new Date(clock().getTime() + 86_400_000);
  const isDone = new Promise<void>((resolve, reject) => {
    const delivery = startDelivery({
      outbox: {
        ...outbox,
        async lease(...args) {
          const entry = await outbox.lease(...args);
          if (!entry) void delivery.stop();
          if (!entry) resolve();
          return entry;
        },
      },
      keys: KEYS,
      clock: later,
      deliver: async (message) => receive(folder, await Promise.resolve(message)),
      onFailure: (failure) => reject(new Error(failure)),
    });
  });
  await isDone;
  assert.deepEqual(await outbox.waiting(), { count: 0 });
}

interface Written {
  readonly tried: number;
  readonly done: number;
  readonly handing: readonly number[];
  readonly handed: readonly number[];
}

function writeUntilKilled(enough: number, args: readonly string[]): Promise<Written> {
  const from = Number(args[2]);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Starting is most of what a writer does.
      env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
    });
    let output = '';
    let errors = '';
    let killing: NodeJS.Timeout | undefined;
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.split('\n').length > enough)
        killing ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(killing);
      if (code !== null) reject(new Error(`A writer ended by itself: ${errors}`));
      const all = (word: string): number[] =>
        [...output.matchAll(new RegExp(`^${word} (\\d+)\n`, 'gm'))].map(([, n]) => Number(n));
      resolve({
        tried: Math.max(from, ...all('try')),
        done: Math.max(from, ...all('done')),
        handing: all('handing'),
        handed: all('handed'),
      });
    });
  });
}
