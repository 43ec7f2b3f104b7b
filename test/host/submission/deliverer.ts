// A server that only delivers, to a receiver that is a folder: `node deliverer.ts <where> <folder>`. It tells of each id that it has delivered, and
// ends when its input does.
import { startDelivery } from '@medborgarnavet/host';
import { closeSync, openSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { receive } from '../kommunikationsyta/receiving.ts';
import { KEYS, openFrom } from '../kommunikationsyta/stores.ts';
import { FASTER, fastClock } from './fast-clock.ts';

const [where = '', folder = ''] = process.argv.slice(2);
const store = await openFrom(where);
const tell = (line: string): boolean => process.stdout.write(`${line}\n`);
let attempts = 0;

/** Told when another server is at it too. */
function alone(id: string): () => void {
  const busy = join(folder, `${id}.busy`);
  try {
    closeSync(openSync(busy, 'wx'));
  } catch {
    tell(`twice ${id}`);
  }
  return () => unlinkSync(busy);
}

const delivery = startDelivery({
  outbox: store.outbox,
  keys: KEYS,
  clock: fastClock,
  every: (milliseconds, run) => {
    const timer = setInterval(run, milliseconds / FASTER);
    return () => clearInterval(timer);
  },
  // Ten seconds of ours.
  leaseMilliseconds: 10_000 * FASTER,
  async deliver(message) {
    const end = alone(message.id);
    // The other server gets its chance.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    end();
    if ((attempts += 1) % 3 === 0) throw new Error('Not this time.');
    receive(folder, message);
    tell(`delivered ${message.id}`);
  },
});
tell('started');

process.stdin.resume().on('end', () => {
  void delivery.stop().then(store.close);
});
