import { createIncomeClient } from '@medborgarnavet/client';
import { singleParent } from '@medborgarnavet/mocks';
import { isIncomeProblem, NDJSON, problemTypeUri, type IncomeProgress } from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const [fk] = singleParent.sources;
const ASKED = { step: 'asked', sources: ['FK', 'PM', 'CSN', 'SO'] };
const STATEMENT = { step: 'statement', statement: singleParent };

const worker = setupWorker();
const client = (timeout?: number) =>
  createIncomeClient({ endpoint: '/api', ...(timeout !== undefined && { timeout }) });

/** The host answers in steps that the test lets go one at a time. */
function answerInSteps() {
  const { readable, writable } = new TransformStream<Uint8Array>(undefined, undefined, {
    highWaterMark: 1000,
  });
  const writer = writable.getWriter();
  const accepted: (string | null)[] = [];
  worker.use(
    http.post('*/income', ({ request }) => {
      accepted.push(request.headers.get('accept'));
      return new HttpResponse(readable, { headers: { 'content-type': `${NDJSON}; charset=utf-8` } });
    }),
  );
  const write = (text: string | Uint8Array) =>
    writer.write(typeof text === 'string' ? new TextEncoder().encode(text) : new Uint8Array(text));
  return {
    accepted,
    write,
    tell: (step: object) => write(`${JSON.stringify(step)}\n`),
    end: () => writer.close(),
  };
}

/** What is told while waiting, each as soon as it comes. */
function progress() {
  const told: IncomeProgress[] = [];
  let wake = (): void => undefined;
  return {
    told,
    onProgress: (step: IncomeProgress): void => {
      told.push(step);
      wake();
    },
    until: async (count: number): Promise<void> => {
      while (told.length < count) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}

async function kindOf(failing: Promise<unknown>): Promise<string> {
  try {
    await failing;
  } catch (error) {
    if (isIncomeProblem(error)) return error.kind;
    return error instanceof Error ? error.name : String(error);
  }
  return 'none';
}

describe('a client of the Inkomst API', () => {
  before(() => worker.start({ quiet: true }));
  after(() => worker.stop());
  afterEach(() => worker.resetHandlers());

  it('tells what each source says while the others are waited for', async () => {
    const { accepted, tell, end } = answerInSteps();
    const { told, until, onProgress } = progress();
    const fetched = client().fetchIncome(OCTOBER, { onProgress });
    await tell(ASKED);
    await until(1);
    await tell({ step: 'source', source: fk });
    await until(2);
    expect(told).to.deep.equal([ASKED, { step: 'source', source: fk }]);
    await tell(STATEMENT);
    await end();
    expect(await fetched).to.deep.equal(singleParent);
    expect(accepted).to.deep.equal([`${NDJSON}, application/json`]);
  });

  it('asks for steps only when somebody wants them, and takes a whole answer too', async () => {
    const accepted: (string | null)[] = [];
    worker.use(
      http.post('*/income', ({ request }) => {
        accepted.push(request.headers.get('accept'));
        return HttpResponse.json(singleParent);
      }),
    );
    expect(await client().fetchIncome(OCTOBER)).to.deep.equal(singleParent);
    expect(await client().fetchIncome(OCTOBER, { onProgress: () => undefined })).to.deep.equal(singleParent);
    expect(accepted).to.deep.equal(['application/json', `${NDJSON}, application/json`]);
  });

  it('reads lines that come in pieces', async () => {
    const { write, end } = answerInSteps();
    const { told, onProgress } = progress();
    const fetched = client().fetchIncome(OCTOBER, { onProgress });
    const text = `${JSON.stringify(ASKED)}\n\n${JSON.stringify(STATEMENT)}`;
    for (let from = 0; from < text.length; from += 7) await write(text.slice(from, from + 7));
    await end();
    expect(await fetched).to.deep.equal(singleParent);
    expect(told).to.deep.equal([ASKED]);
  });

  it('reads lines however they end, and wherever the network cuts them', async () => {
    const [source] = singleParent.sources;
    const told = {
      step: 'source',
      source: { ...source, sections: [{ name: 'Åä€ 😀', verdict: 'answered' }] },
    };
    const lines = [ASKED, told].map((step) => JSON.stringify(step));
    const cuts = fc.oneof(
      fc.constant('each byte' as const),
      fc.array(fc.nat({ max: 2000 }), { maxLength: 6 }).map((at) => at.sort((one, other) => one - other)),
    );
    const ending = fc.constantFrom('\n', '\r\n', '\r', '\n\r\n', '\r\n\r\n', '\n \t\n', '\r\n \r\n');
    await fc.assert(
      fc.asyncProperty(
        ending,
        ending,
        fc.constantFrom('', '\ufeff'),
        fc.constantFrom('', '\r\n'),
        cuts,
        async (...chosen) => {
          const [one, other, mark, last, at] = chosen;
          const text = `${mark}${lines.join(one)}${other}${JSON.stringify(STATEMENT)}${last}`;
          const bytes = new TextEncoder().encode(text);
          const { write, end } = answerInSteps();
          const progressed = progress();
          const fetched = client().fetchIncome(OCTOBER, progressed);
          let from = 0;
          // A byte at a time as far as there is anything to cut: the statement is long, and ASCII.
          for (const to of at === 'each byte' ? Array.from({ length: 900 }, (_, index) => index + 1) : at) {
            await write(bytes.subarray(from, to));
            from = to;
          }
          await write(bytes.subarray(from));
          await end();
          expect(await fetched).to.deep.equal(singleParent);
          expect(progressed.told).to.deep.equal([ASKED, told]);
          worker.resetHandlers();
        },
      ),
      { numRuns: 40, seed: 36 },
    );
  });

  it('has nothing when the last line is a problem, is missing, or is not of the contract', async () => {
    const ends: [object | undefined, string][] = [
      [
        { step: 'problem', problem: { type: problemTypeUri('upstream-timeout'), title: '', status: 504 } },
        'upstream-timeout',
      ],
      [undefined, 'unreadable-answer'],
      [
        { step: 'statement', statement: { ...singleParent, sources: [{ source: 'XX' }] } },
        'unreadable-answer',
      ],
    ];
    for (const [last, kind] of ends) {
      const { tell, end } = answerInSteps();
      const fetched = kindOf(client().fetchIncome(OCTOBER, { onProgress: () => undefined }));
      await tell(ASKED);
      if (last) await tell(last);
      await end();
      expect(await fetched).to.equal(kind);
      worker.resetHandlers();
    }
  });

  it('gives up an answer that has begun and does not end', async () => {
    const { tell } = answerInSteps();
    const { until, onProgress } = progress();
    const fetched = kindOf(client(500).fetchIncome(OCTOBER, { onProgress }));
    await tell(ASKED);
    await until(1);
    expect(await fetched).to.equal('too-slow');
  });

  it('stops in the middle when the page wants to', async () => {
    const { tell } = answerInSteps();
    const { until, onProgress } = progress();
    const abort = new AbortController();
    const fetched = kindOf(client().fetchIncome(OCTOBER, { signal: abort.signal, onProgress }));
    await tell(ASKED);
    await until(1);
    abort.abort();
    expect(await fetched).to.equal('AbortError');
  });

  it('has the host forget, and tells when it could not', async () => {
    const methods: string[] = [];
    worker.use(
      http.delete('*/income', ({ request }) => {
        methods.push(request.method);
        return new HttpResponse(null, { status: methods.length === 1 ? 204 : 401 });
      }),
    );
    await client().withdrawIncome();
    expect(await kindOf(client().withdrawIncome())).to.equal('not-signed-in');
    expect(methods).to.deep.equal(['DELETE', 'DELETE']);
  });

  it('takes no answer that comes in the host’s place and cannot get better for one that passes', async () => {
    const passing: Readonly<Record<number, string>> = {
      408: 'too-slow',
      425: 'too-slow',
      429: 'too-many-requests',
      // A proxy's: the authorities have nothing to do with it.
      502: 'internal',
      503: 'internal',
      504: 'too-slow',
    };
    const lasting: Readonly<Record<number, string>> = {
      401: 'not-signed-in',
      404: 'wrong-endpoint',
      405: 'wrong-endpoint',
      410: 'wrong-endpoint',
      413: 'invalid-input',
      501: 'wrong-endpoint',
    };
    const bodies = [
      null,
      '<!doctype html><title>Nej</title>',
      JSON.stringify({ type: 'about:blank', title: 'No', status: 403 }),
    ];
    for (let status = 400; status < 600; status += 1)
      for (const body of bodies) {
        worker.use(http.get('*/income', () => new HttpResponse(body, { status })));
        const kind = passing[status] ?? lasting[status] ?? (status < 500 ? 'refused' : 'internal');
        expect(await kindOf(client().latestIncome()), String(status)).to.equal(kind);
        worker.resetHandlers();
      }
  });

  it('has the host ask what lies behind, and takes only what is of the contract', async () => {
    const statement = { version: 1, fetchedAt: '2026-11-21T08:14:00.000Z', period: OCTOBER, blocks: [] };
    const answers: object[] = [statement, { ...statement, blocks: [{ source: 'XX' }] }];
    worker.use(http.post('*/background', () => HttpResponse.json(answers.shift())));
    expect(await client().fetchBackground(OCTOBER)).to.deep.equal(statement);
    expect(await kindOf(client().fetchBackground(OCTOBER))).to.equal('unreadable-answer');
  });
});
