import { Agent, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  /** Of the body. */
  readonly pieces: readonly Uint8Array[];
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Sends requests over real connections, in pieces where asked. `between` comes before the last piece. */
export function sender(url: string) {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(url);

  async function send(
    { method, path, headers, pieces }: Sent,
    between?: (answered: Promise<unknown>) => Promise<void>,
  ): Promise<Answered> {
    const last = pieces.at(-1);
    const outgoing = request({
      ...{ agent, hostname, port, method, path },
      headers: { ...headers, ...(pieces.length > 0 && { 'content-length': lengthOf(pieces) }) },
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve).once('error', reject);
    });
    // A server may answer, and close, before the whole body has come.
    answered.catch(() => undefined);
    if (pieces.length > 1) {
      outgoing.flushHeaders();
      for (const piece of pieces.slice(0, -1)) outgoing.write(piece);
      await between?.(answered.catch(() => undefined));
    }
    outgoing.end(last);
    const incoming = await answered;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    return {
      status: incoming.statusCode ?? 0,
      headers: incoming.headers,
      text: Buffer.concat(chunks).toString(),
    };
  }
  return Object.assign(send, { close: () => agent.destroy() });
}

const lengthOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
