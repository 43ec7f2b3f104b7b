import { startServer, type RunningServer, type ServerOptions } from '@medborgarnavet/host/server.ts';

export const hello = (): Promise<Response> => Promise.resolve(Response.json({ hello: true }));

/** Runs with a server on a free port, which says hello unless the options say otherwise. */
export async function withServer(
  options: Partial<ServerOptions>,
  work: (server: RunningServer) => Promise<void>,
): Promise<void> {
  const server = await startServer({ fetch: hello, port: 0, checks: {}, ...options });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}
