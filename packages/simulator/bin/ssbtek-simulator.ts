#!/usr/bin/env node
import { KNOWN_AKTORSID, PERSONAS, startSimulator } from '../src/index.ts';

const simulator = await startSimulator({
  port: Number(process.env['PORT'] ?? 4174),
  clock: () => new Date(),
});

console.log(`SSBTEK simulator: ${simulator.url}`);
console.log(`aktorsid: ${KNOWN_AKTORSID.join(', ')}\n`);
for (const { id, personnummer, title, exercises } of PERSONAS) {
  console.log(`${id.padEnd(4)} ${personnummer}  ${title}\n${' '.repeat(19)}${exercises}`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close());
}
