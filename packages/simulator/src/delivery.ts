import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpAnswer } from './impair.ts';
import { onTheWire } from './wire.ts';

/**
 * Sends an answer, in the way that it is to be sent.
 * @throws when the client goes away, or the simulator is closed, before it is done.
 */
export async function deliver(answer: HttpAnswer, response: ServerResponse): Promise<void> {
  const { status, delivery = {} } = answer;
  if (delivery.blackhole) return;
  const signal = closing(response);
  if (delivery.delay !== undefined) await sleep(delivery.delay, undefined, { signal });
  const { bytes, headers } = onTheWire(answer);
  response.writeHead(status, {
    ...headers,
    'content-length': bytes.length,
    ...(status === 405 && { allow: 'POST' }),
  });
  if (delivery.reset) {
    const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
    response.write(half, () => response.socket?.destroy());
  } else if (delivery.drip !== undefined) {
    for (const byte of bytes) {
      response.write(Uint8Array.of(byte));
      await sleep(delivery.drip, undefined, { signal });
    }
    response.end();
  } else {
    response.end(bytes);
  }
}

/** Aborted when the connection is gone, whoever ended it. */
function closing(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (response.closed) gone.abort();
  response.once('close', () => gone.abort());
  return gone.signal;
}
