import {
  IncomeProblem,
  IncomeStep,
  NDJSON,
  problemTypeOf,
  type IncomeProblemKind,
  type IncomeProgress,
  type IncomeStatement,
} from '@medborgarnavet/model';
import { readLines } from './ndjson.ts';

/** What an answer's body has to be. Made of the contract's schema. */
export interface Schema<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

/**
 * What a host answered; undefined when it had nothing.
 * @throws IncomeProblem what the host said, or what became of the answer on the way.
 */
export async function readAnswer<T>(response: Response, schema: Schema<T>): Promise<T | undefined> {
  if (response.type === 'opaqueredirect') throw new IncomeProblem('session-expired');
  if (response.status === 204) return undefined;
  const body = await readJson(response);
  if (!response.ok) throw new IncomeProblem(problemTypeOf(body) ?? kindOfStatus(response.status));
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new IncomeProblem('unreadable-answer');
  return parsed.data;
}

/** The body of an answer that is told in steps; undefined when it is told whole. */
export function stepsIn(response: Response): ReadableStream<BufferSource> | undefined {
  const isInSteps = response.ok && response.headers.get('content-type')?.startsWith(NDJSON);
  return isInSteps && response.body ? arriving(response.body) : undefined;
}

/**
 * A body that tells a network that breaks from whatever else goes wrong with what it holds: its own reader knows the difference, and nobody
 * after it.
 */
function arriving(body: ReadableStream<BufferSource>): ReadableStream<BufferSource> {
  const reader = body.getReader();
  return new ReadableStream<BufferSource>({
    async pull(controller) {
      const { done, value } = await reader.read().catch(brokenOff);
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function brokenOff(error: unknown): never {
  throw error instanceof TypeError ? new IncomeProblem('offline') : error;
}

/**
 * An answer that is cut off has no statement: then nothing of it counts.
 * @throws IncomeProblem `unreadable-answer` when a line is none of the contract's, or none has the statement; what the host said, or
 * `offline` when the network broke.
 */
export async function readSteps(
  body: ReadableStream<BufferSource>,
  onProgress: (progress: IncomeProgress) => void,
): Promise<IncomeStatement> {
  for await (const line of readable(readLines(body))) {
    const { data: step } = IncomeStep.safeParse(line);
    switch (step?.step) {
      case 'statement':
        return step.statement;
      case 'problem':
        throw new IncomeProblem(problemTypeOf(step.problem) ?? 'internal');
      case 'asked':
      case 'source':
        onProgress(step);
        break;
      case undefined:
        throw new IncomeProblem('unreadable-answer');
    }
  }
  throw new IncomeProblem('unreadable-answer');
}

/** What a line holds is not for the reader to judge: no JSON, or no text. */
async function* readable(lines: AsyncIterable<unknown>): AsyncIterable<unknown> {
  try {
    for await (const line of lines) yield line;
  } catch (error) {
    const isUnreadable = error instanceof SyntaxError || error instanceof TypeError;
    throw isUnreadable ? new IncomeProblem('unreadable-answer') : error;
  }
}

/** Undefined when it is not JSON. Throws IncomeProblem `offline` when the network broke on the way. */
export async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(brokenOff);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const KIND_OF_STATUS: Readonly<Record<number, IncomeProblemKind>> = {
  401: 'not-signed-in',
  404: 'wrong-endpoint',
  405: 'wrong-endpoint',
  // The request did not come whole, or came too early: the same may be taken when it is sent again.
  408: 'too-slow',
  410: 'wrong-endpoint',
  413: 'invalid-input',
  425: 'too-slow',
  429: 'too-many-requests',
  501: 'wrong-endpoint',
  504: 'too-slow',
};

/**
 * When something between the page and the host answers in the host's place. A bare 502, 503 or 504 is a proxy's and tells of the municipality's
 * own server: only the host itself, in a problem document, can tell of the authorities. What a client has done wrong (4xx) it does wrong the next time
 * too: that is never told as passing (DESIGN rule 9).
 */
function kindOfStatus(status: number): IncomeProblemKind {
  if (status in KIND_OF_STATUS) return KIND_OF_STATUS[status] ?? 'internal';
  if (status >= 500) return 'internal';
  return status >= 400 ? 'refused' : 'unreadable-answer';
}
