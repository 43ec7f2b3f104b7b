import { createVault } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { received, receivedIds } from '../kommunikationsyta/receiving.ts';
import { KEYS, NAMES, startKind } from '../kommunikationsyta/stores.ts';
import { handIn, messageOf } from './delivering.ts';
import { fastClock } from './fast-clock.ts';

for (const name of NAMES) {
  test(`two processes deliver each once, and never the same at a time, in ${name}`, async () => {
    const kind = await startKind(name);
    const folder = mkdtempSync(join(tmpdir(), 'receiver-'));
    try {
      const place = await kind.place();
      const store = await place.open();
      const vault = createVault({ store, keys: KEYS, clock: fastClock });
      const processes = [deliverer(place.argument, folder), deliverer(place.argument, folder)];
      await Promise.all(processes.map(({ started }) => started));
      const messages = Array.from({ length: 60 }, (_, index) => messageOf(`id-${index}`));
      for (const message of messages) await handIn(vault, fastClock, message);
      // Asked again until nothing waits: nobody tells when that is.
      while ((await store.outbox.waiting()).count > 0) await new Promise((resolve) => setImmediate(resolve));
      const told = await Promise.all(processes.map((process) => process.end()));
      const ids = messages.map(({ id }) => id).sort();
      assert.deepEqual(
        told.flat().sort(),
        ['started', 'started', ...ids.map((id) => `delivered ${id}`)].sort(),
      );
      assert.deepEqual(receivedIds(folder).sort(), ids);
      for (const message of messages) assert.deepEqual(received(folder, message.id), message);
      assert.ok(told.every((lines) => lines.length > 1));
      await store.close();
    } finally {
      await kind.end();
      rmSync(folder, { recursive: true });
    }
  });
}

function deliverer(where: string, folder: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'deliverer.ts'), where, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const started = new Promise<void>((resolve) =>
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      resolve();
    }),
  );
  return {
    started: Promise.race([started, ended]),
    /** What it has told of, when it has ended by itself. */
    async end(): Promise<string[]> {
      child.stdin.end();
      assert.equal(await ended, 0);
      return output.trim().split('\n');
    },
  };
}
