// The endpoint among the routes of a Hono application, on a server of its own.
import { startServer, stopOnSignals } from '@medborgarnavet/host/server.ts';
import { Hono } from 'hono';
import { checks, close, fetch, host, origins, port, watched } from './income.ts';

const app = new Hono();
app.all('/api/inkomst/*', (c) => fetch(c.req.raw));
app.get('/', (c) => c.text('The e-service'));

const server = await startServer({
  ...{ port, host, origins, checks, watched },
  fetch: async (request) => app.fetch(request),
});
stopOnSignals(async () => {
  await server.stop();
  await close();
});
process.stdout.write(`ready ${server.url}\n`);
