import { createAudit, fileHeads, parseKeys, verifyAudit } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { NAMES, startKind } from '../kommunikationsyta/stores.ts';

const KILLS = 20;
const WRITERS = 2;
/**
 * A writer is killed within so many milliseconds of having told that it tries, or that none, one, two or three entries are written, in turn.
 * So how many there are at least does not depend on how quick the machine is.
 */
const LONGEST = 60;
const doneBefore = (kill: number): number => kill % 4;
const base64 = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const WRITER_KEYS = `pseudonyms:${base64(1)} writer:${base64(2)}`;
const keys = parseKeys(WRITER_KEYS);

for (const name of NAMES) {
  test(`${KILLS} writers that are killed leave an intact chain with every entry that was told of, in ${name}`, async () => {
    const kind = await startKind(name);
    const folder = mkdtempSync(join(tmpdir(), 'audit-kills-'));
    const place = await kind.place();
    const stores = await place.open();
    const store = stores.audit;
    const audit = createAudit({
      store,
      keys,
      clock: () => new Date(),
      heads: fileHeads(join(folder, 'own')),
    });
    let left = KILLS;
    let entries = 0;
    let atLeast = 0;

    async function writer(who: number): Promise<void> {
      const reference = `EK-${who}`;
      const file = join(folder, `head-${who}`);
      let written = 0;
      while ((left -= 1) >= 0) {
        const enough = doneBefore(left);
        const { tried, done } = await writeUntilKilled(enough, place.argument, reference, file);
        assert.ok(done >= enough);
        atLeast += enough;
        const { events, isWhole } = await audit.ofCase({ personnummer: '189001019802', reference });
        assert.equal(isWhole, true);
        const { length } = events;
        assert.ok(length >= written + done, `${length} entries after ${written} and ${done}`);
        assert.ok(
          length <= written + tried,
          `${length} entries after ${written} and ${tried} that were tried`,
        );
        written = length;
        // The first head is kept before the first entry is written.
        if (!(await fileHeads(file).read())) {
          assert.equal(length, 0);
          continue;
        }
        // Also while the other writes.
        const verdict = await verifyAudit({ store, keys, heads: [fileHeads(file)] });
        assert.equal(verdict.kind, 'intact', JSON.stringify(verdict));
      }
      entries += written;
    }

    try {
      await Promise.all(Array.from({ length: WRITERS }, (_, who) => writer(who)));
      const heads = Array.from({ length: WRITERS }, (_, who) => fileHeads(join(folder, `head-${who}`)));
      assert.deepEqual(await verifyAudit({ store, keys, heads }), { kind: 'intact', entries, last: entries });
      assert.ok(atLeast >= KILLS && entries >= atLeast, `${entries} entries of ${atLeast}`);
    } finally {
      await stores.close();
      await kind.end();
      rmSync(folder, { recursive: true });
    }
  });
}

function writeUntilKilled(
  enough: number,
  ...args: readonly string[]
): Promise<{ tried: number; done: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, WRITER_KEYS },
    });
    let output = '';
    let errors = '';
    let killing: NodeJS.Timeout | undefined;
    const count = (word: string): number => output.split(`${word}\n`).length - 1;
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (count('done') >= enough)
        killing ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(killing);
      if (code !== null) reject(new Error(`A writer ended by itself: ${errors}`));
      resolve({ tried: count('try'), done: count('done') });
    });
  });
}
