import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startDemo } from './demo.ts';

describe('npm start', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`serves the page that it says is ready, and ends cleanly on ${signal}`, async () => {
      const demo = await startDemo();
      const response = await fetch(demo.url);
      assert.equal(response.status, 200);
      assert.match(await response.text(), /Exempelköpings kommun/);
      assert.equal(await demo.stop(signal), 0);
      await assert.rejects(fetch(demo.url));
    });
  }
});
