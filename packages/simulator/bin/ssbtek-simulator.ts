#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  KNOWN_AKTORSID,
  PERSONAS,
  VERSIONS,
  type TlsOptions,
  createTestCa,
  randomPersonas,
  readServerPair,
  startSimulator,
} from '../src/index.ts';

const HELP = `An SSBTEK on this machine, that answers about invented persons.

ssbtek-simulator [options]
  --port <number>    where to listen; PORT, or 4174, without it. 0 takes a free one
  --count <number>   so many random persons beside those that have a file
  --seed <number>    which random persons; 1 without it
  --deviations       answer as the real agencies do where they do not keep to their schemas; also DEVIATIONS=1
  --tls <folder>     HTTPS for clients with a certificate, by the test CA in the folder. It is made if it is not there
  --version          tell the version and end
  --help             tell this and end
`;

const { values } = readArguments();
if (values.help) {
  console.log(HELP);
} else if (values.version) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  console.log(`${version} (SSBTEK v${VERSIONS.join(', v')})`);
} else {
  try {
    await start();
  } catch (error) {
    fail(error);
  }
}

async function start(): Promise<void> {
  const personas = [...PERSONAS, ...randomPersonas(wholeNumber('seed', '1'), wholeNumber('count', '0'))];
  const tls = values.tls === undefined ? undefined : await tlsFrom(values.tls);
  const simulator = await startSimulator({
    port: wholeNumber('port', process.env['PORT'] ?? '4174'),
    personas,
    deviations: values.deviations ?? process.env['DEVIATIONS'] === '1',
    ...(tls && { tls }),
  });
  console.log(`SSBTEK simulator: ${simulator.url}`);
  console.log(`aktorsid: ${KNOWN_AKTORSID.join(', ')}\n`);
  for (const { id, personnummer, title, exercises } of personas) {
    console.log(`${id.padEnd(4)} ${personnummer}  ${title}\n${' '.repeat(19)}${exercises}`);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.close());
  }
}

async function tlsFrom(folder: string): Promise<TlsOptions> {
  const { ca, server } = (await readServerPair(folder)) ?? (await createTestCa(folder));
  return { ...server, ca, requireClientCertificate: true };
}

function wholeNumber(name: 'port' | 'seed' | 'count', otherwise: string): number {
  const text = values[name] ?? otherwise;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${name} takes a whole number, not ${text}`);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        seed: { type: 'string' },
        count: { type: 'string' },
        deviations: { type: 'boolean' },
        tls: { type: 'string' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    return fail(error);
  }
}

function fail(error: unknown): never {
  console.error(`${error instanceof Error ? error.message : String(error)}\nSee --help.`);
  process.exit(1);
}
