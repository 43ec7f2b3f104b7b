// The endpoint in an Express application that has a server already.
import {
  createHealth,
  lookAfter,
  nodeListener,
  onlyAt,
  stopOnSignals,
  urlOf,
} from '@medborgarnavet/host/server.ts';
import express from 'express';
import { checks, close, fetch, host, origins, port, watched } from './income.ts';

const health = createHealth({ checks, watched });
const app = express();
app.disable('x-powered-by');
app.use('/api/inkomst', nodeListener(onlyAt(origins, fetch))); // before express.json() and other parsers of bodies
app.use('/health', nodeListener(health.fetch));
app.use(express.json());
app.get('/', (_request, response) => {
  response.send('The e-service');
});

const server = app.listen(port, host, (error) => {
  if (error) throw error;
  process.stdout.write(`ready ${urlOf(server)}\n`);
});
const { stop } = lookAfter(server, { health });
stopOnSignals(async () => {
  await stop();
  await close();
});
