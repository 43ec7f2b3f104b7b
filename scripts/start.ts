// `npm start`: the demo municipality, asking the SSBTEK at SSBTEK_URL, or else a local one of invented persons.
import { EXEMPELKOPING, startDemo } from '@medborgarnavet/demo';
import type { LogEntry } from '@medborgarnavet/host';
import { PERSONAS, startSimulator } from '@medborgarnavet/simulator';
import { configFromEnvironment, type SsbtekWarning } from '@medborgarnavet/ssbtek';
import { join } from 'node:path';
import { buildEmbed } from './embed.ts';

const port = Number(process.env['PORT'] ?? '4173');
const clock = (): Date => new Date();
const wanted = process.env['SSBTEK_URL']?.trim() ?? '';

const folder = process.env['DATA_DIR']?.trim() ?? '';
const databaseUrl = process.env['DATABASE_URL']?.trim() ?? '';
const place = {
  dataDirectory: folder === '' ? join(import.meta.dirname, '../demo/.data') : folder,
  environment: process.env,
  ...(databaseUrl !== '' && { databaseUrl }),
};

const origins = (process.env['ORIGINS'] ?? '').split(/[\s,]+/).filter((each) => each !== '');

const simulator = wanted === '' ? await startSimulator({ clock }) : undefined;
try {
  const url = simulator?.url ?? wanted;
  // Each source is shown as it answers. That is three or four calls for each Hämta, so four times as many are let out: docs/ssbtek.md.
  const calls = { calls: 'each', outward: { perSecond: 4, burst: 20 } } as const;
  const ssbtek = configFromEnvironment({ ...process.env, SSBTEK_URL: url }, { ...EXEMPELKOPING, ...calls });
  const script = await buildEmbed({ write: false });
  const isSimulated = simulator !== undefined;
  const demo = await startDemo({
    ...{ port, origins, ssbtek, persons: PERSONAS, place, script, clock, isSimulated, warn, log },
  });
  const stop = async (): Promise<void> => {
    await Promise.all([demo.close(), simulator?.close()]);
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  console.log(`ready ${demo.url}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The demo could not be started.');
  await simulator?.close();
  process.exitCode = 1;
}

/** What has failed, a line of JSON each. What goes well is not told of here. */
function log(entry: LogEntry): void {
  if (entry.status >= 500) console.error(JSON.stringify(entry));
}

function warn(warning: SsbtekWarning): void {
  if (warning.kind === 'names-other') {
    console.warn(
      `ALARM names-other: ${warning.agency} has answered about somebody else. Nothing of it was told.`,
    );
  } else if (warning.kind === 'reload-failed') {
    console.warn('The new certificate for SSBTEK cannot be used. The earlier one is still in use.');
  } else if (warning.days < 0) {
    console.warn('The certificate for SSBTEK has expired.');
  } else {
    console.warn(`Days left of the certificate for SSBTEK: ${warning.days}.`);
  }
}
