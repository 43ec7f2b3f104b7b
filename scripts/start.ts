// `npm start`: the demo municipality, asking a local SSBTEK of invented persons.
import { startDemo } from '@medborgarnavet/demo';
import { PERSONAS, startSimulator } from '@medborgarnavet/simulator';
import { buildEmbed } from './embed.ts';

const port = Number(process.env['PORT'] ?? '4173');
const clock = (): Date => new Date();

const [script, simulator] = await Promise.all([buildEmbed(), startSimulator({ clock })]);
try {
  const demo = await startDemo({ port, ssbtekUrl: simulator.url, persons: PERSONAS, script, clock });
  const stop = async (): Promise<void> => {
    await Promise.all([demo.close(), simulator.close()]);
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  console.log(`ready ${demo.url}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The demo could not be started.');
  await simulator.close();
  process.exitCode = 1;
}
