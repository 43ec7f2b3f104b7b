import { createSubmissionClient } from '@medborgarnavet/client';
import { declines, doesNotTake, receipt, submissionScenarios, takes } from '@medborgarnavet/mocks';
import { isIncomeProblem, isSubmissionRefused, problemTypeUri, type Submission } from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

const worker = setupWorker();
const client = createSubmissionClient({ endpoint: '/api' });
const KEY = 'nyckel-for-exemplet-1';
const SUBMISSION: Submission = {
  version: 1,
  name: 'inkomster',
  period: { from: '2026-10-01', to: '2026-10-31' },
  fields: [['inkomster.fk.barnbidrag.corrected', '1325.00']],
  statement: { id: 'exempel-uttag-1', seal: 'header..signature' },
  declared: true,
};

async function failureOf(failing: Promise<unknown>): Promise<unknown> {
  try {
    return await failing;
  } catch (error) {
    return error;
  }
}

async function kindOf(failing: Promise<unknown>): Promise<string> {
  const error = await failureOf(failing);
  return isIncomeProblem(error) ? error.kind : String(error);
}

const submit = () => client.submit(SUBMISSION, KEY);

describe('the submission client', () => {
  before(() => worker.start({ quiet: true }));
  afterEach(() => worker.resetHandlers());
  after(() => worker.stop());

  it('sends what is handed in with its key, and gives the receipt', async () => {
    const sent: unknown[] = [];
    worker.use(
      http.post('*/api/submission', async ({ request }) => {
        const { headers } = request;
        sent.push([headers.get('idempotency-key'), headers.get('content-type'), await request.json()]);
        return HttpResponse.json(receipt, { status: sent.length === 1 ? 201 : 200 });
      }),
    );
    expect([await submit(), await submit()]).to.deep.equal([receipt, receipt]);
    const once = [KEY, 'application/json', SUBMISSION];
    expect(sent).to.deep.equal([once, once]);
  });

  it('sends nothing again by itself', async () => {
    let asked = 0;
    worker.use(
      http.post('*/api/submission', () => {
        asked += 1;
        return HttpResponse.error();
      }),
    );
    expect(await kindOf(submit())).to.equal('offline');
    expect(asked).to.equal(1);
  });

  it('tells why it was refused, with the receipt of what was handed in before', async () => {
    for (const reason of ['retrieved-changed', 'statement-replaced'] as const) {
      worker.use(...declines(reason));
      const error = await failureOf(submit());
      expect(isSubmissionRefused(error) && [error.reason, error.receipt]).to.deep.equal([reason, undefined]);
    }
    worker.use(...submissionScenarios.alreadyHandedIn);
    const error = await failureOf(submit());
    expect(isSubmissionRefused(error) && [error.reason, error.receipt]).to.deep.equal([
      'already-handed-in',
      receipt,
    ]);
    expect(isIncomeProblem(error) && error.kind).to.equal('conflict');
    expect(JSON.stringify(error) + String(error)).not.to.include('1325');
  });

  it('knows a conflict that says no reason from an answer that is none', async () => {
    const conflict = { type: problemTypeUri('conflict'), title: 'x', status: 409 };
    worker.use(http.post('*/api/submission', () => HttpResponse.json(conflict, { status: 409 })));
    const error = await failureOf(submit());
    expect([isIncomeProblem(error) && error.kind, isSubmissionRefused(error)]).to.deep.equal([
      'conflict',
      false,
    ]);
    worker.use(http.post('*/api/submission', () => new HttpResponse('<p>409</p>', { status: 409 })));
    expect(await kindOf(submit())).to.equal('unreadable-answer');
  });

  it('fails with a kind and nothing else', async () => {
    for (const type of ['not-signed-in', 'no-application', 'invalid-input', 'internal'] as const) {
      worker.use(...doesNotTake(type));
      expect(await kindOf(submit())).to.equal(type);
    }
    worker.use(...takes({ ...receipt, reference: '' }));
    expect(await kindOf(submit())).to.equal('unreadable-answer');
    worker.use(http.post('*/api/submission', () => new HttpResponse(null, { status: 204 })));
    expect(await kindOf(submit())).to.equal('unreadable-answer');
    expect(() => createSubmissionClient({ endpoint: ' ' })).to.throw();
  });
});
