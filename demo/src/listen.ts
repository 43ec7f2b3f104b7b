import {
  PortTaken,
  startServer,
  type RunningServer,
  type ServerOptions,
} from '@medborgarnavet/host/server.ts';

export interface Listening {
  readonly port: number;
  /** Stops at once, whoever is connected. */
  stop(): Promise<unknown>;
}

/**
 * `localhost` is 127.0.0.1 to some programs and ::1 to others. A machine without IPv6 has only the first.
 * @param wanted 0 takes a free one.
 * @throws Error with a sentence for people when it is taken.
 */
export async function listenOnThisMachine(
  wanted: number,
  options: Omit<ServerOptions, 'port' | 'host' | 'grace'>,
): Promise<Listening> {
  const listen = (host: string, port: number): Promise<RunningServer> =>
    startServer({ ...options, host, port, grace: 0 }).catch((error: unknown) => {
      throw error instanceof PortTaken ? new ChooseAnother(error, port) : error;
    });
  const ipv4 = await listen('127.0.0.1', wanted);
  const port = Number(new URL(ipv4.url).port);
  try {
    const ipv6 = await listen('::1', port);
    return { port, stop: () => Promise.all([ipv4.stop(), ipv6.stop()]) };
  } catch (error) {
    if (!(error instanceof ChooseAnother)) return { port, stop: ipv4.stop };
    await ipv4.stop();
    throw error;
  }
}

class ChooseAnother extends Error {
  override readonly name = 'ChooseAnother';

  constructor({ message }: PortTaken, port: number) {
    super(`${message} Set PORT to a free one, for instance PORT=${port + 1}.`);
  }
}
