// The endpoint in a Fastify application that has a server already.
import {
  createHealth,
  lookAfter,
  nodeListener,
  onlyAt,
  stopOnSignals,
  urlOf,
} from '@medborgarnavet/host/server.ts';
import fastify from 'fastify';
import { checks, close, fetch, host, origins, port, watched } from './income.ts';

const health = createHealth({ checks, watched });
const app = fastify();
app.get('/', () => 'The e-service');
await app.register((scope, _options, done) => {
  // The endpoint reads the body itself. In a scope of their own, so that the other routes keep their parsers.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
  for (const [path, listener] of [
    ['/api/inkomst/*', nodeListener(onlyAt(origins, fetch))],
    ['/health/*', nodeListener(health.fetch)],
  ] as const) {
    scope.all(path, (request, reply) => {
      reply.hijack();
      listener(request.raw, reply.raw);
    });
  }
  done();
});

await app.listen({ port, host });
const { stop } = lookAfter(app.server, { health });
stopOnSignals(async () => {
  await stop();
  await app.close();
  await close();
});
process.stdout.write(`ready ${urlOf(app.server)}\n`);
