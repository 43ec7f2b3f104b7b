import { connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';

/** A client that sends bytes as it likes. */
export interface RawClient {
  readonly socket: Socket;
  /** All that has come, when the other side has closed. */
  readonly closed: Promise<string>;
  send(text: string): void;
  /** Closes without a word. */
  leave(): void;
  /** Resolves when what has come so far matches. */
  received(pattern: RegExp): Promise<string>;
}

export async function rawClient(url: string): Promise<RawClient> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return {
    socket,
    closed,
    send: (more) => void socket.write(more),
    leave: () => void socket.destroy(),
    async received(pattern) {
      while (!pattern.test(text)) await new Promise((resolve) => socket.once('data', resolve));
      return text;
    },
  };
}

/** Resolves when nobody listens there any longer. */
export async function refusesConnections(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const connects = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(Number(port), hostname);
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  while (await connects()) await setImmediate();
}

/** A promise, and what settles it. */
export function promised<T = void>() {
  let settle: ((value: T) => void) | undefined;
  const promise = new Promise<T>((resolve) => (settle = resolve));
  return { promise, resolve: (value: T) => settle?.(value) };
}
