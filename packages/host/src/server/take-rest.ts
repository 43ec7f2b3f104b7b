import type { IncomingMessage } from 'node:http';

/** Bytes that are still taken of a body that has been refused. */
const MOST = 4 * 1024 * 1024;

/**
 * Takes the rest of a body that somebody has stopped reading. The client may still be sending, and would otherwise not get to
 * the answer; and the next request of the connection would wait behind the rest. Tells whether all of it came.
 */
export function takeRest(incoming: IncomingMessage): Promise<boolean> {
  // What nobody has begun to read is taken by Node itself.
  if (!incoming.readableDidRead || incoming.readableEnded) return Promise.resolve(true);
  if (incoming.destroyed) return Promise.resolve(false);
  // The listener of who has stopped reading would stop the flow.
  incoming.removeAllListeners('data');
  return new Promise((resolve) => {
    let left = MOST;
    incoming.on('data', (chunk: Uint8Array) => {
      left -= chunk.byteLength;
      if (left < 0) resolve(false);
    });
    incoming.once('end', () => resolve(true));
    incoming.once('close', () => resolve(false));
    incoming.resume();
  });
}
