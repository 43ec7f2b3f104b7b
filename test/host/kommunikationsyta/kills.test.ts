import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killWriters } from './killing.ts';
import { NAMES, startKind } from './stores.ts';

// `node scripts/kills.ts 1000` does it a thousand times.
const KILLS = 100;

for (const name of NAMES) {
  test(`${KILLS} writers that are killed lose no save and nothing handed in that was told of, in ${name}`, async () => {
    const kind = await startKind(name);
    try {
      // Two numbers take six lines, with one handing in among them, and a writer tells eight and a half lines before it is killed.
      const { saves, handedIn } = await killWriters(await kind.place(), KILLS);
      assert.ok(saves > KILLS, `${saves} saves`);
      assert.ok(handedIn > KILLS / 4, `${handedIn} handed in`);
    } finally {
      await kind.end();
    }
  });
}
