// `npm start`: the demo municipality, asking the SSBTEK at SSBTEK_URL, or else a local one of invented persons.
import { EXEMPELKOPING, startDemo } from '@medborgarnavet/demo';
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
  const ssbtek = configFromEnvironment({ ...process.env, SSBTEK_URL: url }, EXEMPELKOPING);
  const script = await buildEmbed({ write: false });
  const isSimulated = simulator !== undefined;
  const demo = await startDemo({
    ...{ port, origins, ssbtek, persons: PERSONAS, place, script, clock, isSimulated, warn },
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
