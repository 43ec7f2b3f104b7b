import {
  createAccessLogClient,
  createDraftClient,
  createIncomeClient,
  createSubmissionClient,
} from '@medborgarnavet/client';
import { singleParent } from '@medborgarnavet/mocks';
import { isIncomeProblem, NDJSON, type Submission } from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const SUBMISSION: Submission = {
  version: 1,
  name: 'inkomster',
  period: OCTOBER,
  fields: [],
  declared: true,
};
const options = { endpoint: '/api' };
const income = createIncomeClient(options);
const draft = createDraftClient(options);

/** Every way in which a page asks its host. */
const calls: Readonly<Record<string, () => Promise<unknown>>> = {
  fetchIncome: () => income.fetchIncome(OCTOBER, { onProgress: () => undefined }),
  latestIncome: () => income.latestIncome(),
  fetchBackground: () => income.fetchBackground(OCTOBER),
  withdrawIncome: () => income.withdrawIncome(),
  loadDraft: () => draft.loadDraft(),
  saveDraft: () => draft.saveDraft({ version: 1, fields: [] }, 'none'),
  deleteDraft: () => draft.deleteDraft(),
  submit: () => createSubmissionClient(options).submit(SUBMISSION, 'nyckel-for-exemplet-1'),
  accessLog: () => createAccessLogClient(options).accessLog(),
};

async function kindOf(asking: Promise<unknown>): Promise<string> {
  try {
    await asking;
  } catch (error) {
    return isIncomeProblem(error) ? error.kind : String(error);
  }
  return 'none';
}

/** Takes the place of a global for as long as `run` takes. */
async function replacing<Result>(
  owner: object,
  name: string,
  value: unknown,
  run: () => Promise<Result>,
): Promise<Result> {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  try {
    return await run();
  } finally {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  }
}

const kindWhen = (fetch: () => Promise<Response>, call: () => Promise<unknown>): Promise<string> =>
  replacing(window, 'fetch', fetch, () => kindOf(call()));

const breaking = (error: unknown, type: string, begun = ''): Response => {
  const body = new ReadableStream({
    start(controller) {
      if (begun !== '') controller.enqueue(new TextEncoder().encode(begun));
    },
    pull: (controller) => controller.error(error),
  });
  return new Response(body, { headers: { 'content-type': type } });
};

const stepsOf = (...parts: BlobPart[]): Response =>
  new Response(new Blob(parts), { headers: { 'content-type': NDJSON } });

describe('a fault on the way to the host', () => {
  for (const [name, call] of Object.entries(calls)) {
    describe(`in ${name}`, () => {
      it('is told as the network only when the network says no', async () => {
        const kind = await kindWhen(() => Promise.reject(new TypeError('Failed to fetch')), call);
        expect(kind).to.equal('offline');
      });

      it('is told as the network when it breaks in the middle of the answer', async () => {
        const kind = await kindWhen(
          () => Promise.resolve(breaking(new TypeError('network error'), 'application/json', '{')),
          call,
        );
        expect(kind).to.equal('offline');
      });

      it('is never told as the network when it is something else', async () => {
        const thrown: unknown[] = [
          ...[new Error('x'), new RangeError('x'), new SyntaxError('x'), new ReferenceError('x')],
          ...[new DOMException('x', 'AbortError'), new DOMException('x', 'NotSupportedError')],
          ...['x', undefined, null, 0, { name: 'TypeError' }],
        ];
        for (const error of thrown) {
          // Some of what is thrown is no Error, on purpose.
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
          expect(await kindWhen(() => Promise.reject(error), call), String(error)).to.equal('internal');
        }
      });

      it('is the page’s own when what it asks with is missing or broken', async () => {
        const broken = function (): never {
          throw new TypeError('x is not a function');
        };
        for (const missing of ['Request', 'Headers', 'AbortController'])
          expect(await replacing(window, missing, broken, () => kindOf(call())), missing).to.equal(
            'internal',
          );
      });
    });
  }

  it('in what a listener of the steps does is not the network’s and not the host’s', async () => {
    const asked = `${JSON.stringify({ step: 'asked', sources: ['FK'] })}\n`;
    const call = () =>
      income.fetchIncome(OCTOBER, {
        onProgress: () => {
          throw new TypeError('x is not a function');
        },
      });
    expect(await kindWhen(() => Promise.resolve(stepsOf(asked)), call)).to.equal('internal');
  });

  it('in an answer in steps is told as what it is', async () => {
    const statement = `${JSON.stringify({ step: 'statement', statement: singleParent })}\n`;
    const answers: readonly (readonly [Response, string])[] = [
      [stepsOf(statement), 'none'],
      [stepsOf('<html>'), 'unreadable-answer'],
      [stepsOf(new Uint8Array([0xff, 0xfe, 0x0a])), 'unreadable-answer'],
      [stepsOf(''), 'unreadable-answer'],
      [breaking(new TypeError('network error'), NDJSON, '{"step":'), 'offline'],
      [breaking(new Error('x'), NDJSON, '{"step":'), 'internal'],
    ];
    for (const [answer, kind] of answers)
      expect(await kindWhen(() => Promise.resolve(answer), calls['fetchIncome']!)).to.equal(kind);
  });

  it('that is the browser’s age is none: the client does without what the oldest lack', async () => {
    const answer = () => Promise.resolve(Response.json(singleParent));
    const asked = await replacing(URL, 'canParse', undefined, () =>
      replacing(window, 'fetch', answer, () =>
        createIncomeClient(options).latestIncome({ signal: new AbortController().signal }),
      ),
    );
    expect(asked).to.deep.equal(singleParent);
  });
});
