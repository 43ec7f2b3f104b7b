// The endpoint on a server of its own, behind the proxy that has the TLS.
import { startServer, stopOnSignals } from '@medborgarnavet/host/server.ts';
import { checks, close, fetch, host, origins, port, watched } from './income.ts';

const server = await startServer({ fetch, port, host, origins, checks, watched });
stopOnSignals(async () => {
  await server.stop();
  await close();
});
process.stdout.write(`ready ${server.url}\n`);
