import { createVault, parseKeys } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from './stores.ts';
import { isAfter, ofWriter, WRITER_KEYS } from './writing.ts';

const CACHE = join(tmpdir(), 'medborgarnavet-compile-cache');
const WRITERS = 3;
/** Milliseconds after the first save within which a writer is killed. */
const LONGEST = 40;

/**
 * Kills processes that write to one database, `kill -9`, at random moments, and looks after each what there is: the last save that
 * was told of as done, or the one that was under way, and nothing else.
 * @returns how many saves were told of as done.
 */
export async function killWriters(place: Place, kills: number): Promise<number> {
  const store = await place.open();
  const clock = (): Date => new Date();
  const vault = createVault({ store, keys: parseKeys(WRITER_KEYS), clock });
  let left = kills;
  let saves = 0;

  async function writer(who: string): Promise<void> {
    let at = 0;
    while ((left -= 1) >= 0) {
      const { tried, done } = await writeUntilKilled(place.argument, who, at);
      const kept = await vault.read(ofWriter(who), 'draft');
      const last = Math.max(done, at);
      const is = [last, tried].find((number) => isAfter(number, kept?.content));
      assert.ok(is !== undefined, `after ${last}, when ${tried} was tried`);
      saves += last - at;
      at = is;
    }
  }

  try {
    await Promise.all(Array.from({ length: WRITERS }, (_, index) => writer(`writer-${index}`)));
    await store.purge(clock().getTime() + 15 * 86_400_000);
    for (const table of ['kommunikationsyta_record', 'kommunikationsyta_case'])
      assert.deepEqual(await place.sql(`SELECT * FROM ${table}`), []);
  } finally {
    await store.close();
  }
  return saves;
}

function writeUntilKilled(
  where: string,
  who: string,
  from: number,
): Promise<{ tried: number; done: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'writer.ts'), where, who, String(from)],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        // Starting is most of what a writer does.
        env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
      },
    );
    let output = '';
    let errors = '';
    let killing: NodeJS.Timeout | undefined;
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      killing ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(killing);
      if (code !== null) reject(new Error(`A writer ended by itself: ${errors}`));
      const last = (word: string): number =>
        Math.max(
          from,
          ...[...output.matchAll(new RegExp(`^${word} (\\d+)\n`, 'gm'))].map(([, n]) => Number(n)),
        );
      resolve({ tried: last('try'), done: last('done') });
    });
  });
}
