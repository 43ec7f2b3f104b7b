import { NDJSON, type IncomeStep } from '@medborgarnavet/model';
import { documentOf } from './failure.ts';
import { SAFE_HEADERS } from './problem.ts';

/** A response that goes on being written after it has begun, or that does not tell all that it should. */
export interface Answer {
  readonly response: Response;
  /** Resolves when all has been told. Rejects with what went wrong, for the log; the answer itself has told of it. */
  readonly done: Promise<void>;
}

/** Answers with a line of JSON for each step. The signal says that nobody listens any more. */
export function ndjsonAnswer(
  work: (tell: (step: IncomeStep) => void, signal: AbortSignal) => Promise<void>,
): Answer {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(undefined, undefined, {
    // Lines wait for their reader: they are few.
    highWaterMark: Infinity,
  });
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const tell = (step: IncomeStep): void => {
    writer.write(encoder.encode(`${JSON.stringify(step)}\n`)).catch(() => undefined);
  };
  const stopped = new AbortController();
  writer.closed.catch(() => stopped.abort());
  const done = work(tell, stopped.signal)
    .catch((error: unknown) => {
      tell({ step: 'problem', problem: documentOf(error) });
      throw error;
    })
    .finally(() => writer.close().catch(() => undefined));
  const headers = { ...SAFE_HEADERS, 'content-type': `${NDJSON}; charset=utf-8`, 'x-accel-buffering': 'no' };
  return { response: new Response(readable, { headers }), done };
}
