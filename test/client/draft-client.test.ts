import { createDraftClient } from '@medborgarnavet/client';
import {
  isDraftConflict,
  isIncomeProblem,
  problemTypeUri,
  type Draft,
  type SavedDraft,
} from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

const worker = setupWorker();
const client = createDraftClient({ endpoint: '/api' });
const DRAFT: Draft = { version: 1, fields: [['inkomster.egna.1.belopp', '100']] };
const RECEIPT = {
  savedAt: '2026-11-21T08:00:00.000Z',
  expiresAt: '2026-11-28T08:00:00.000Z',
  etag: '"abcdefghijklmnopqrstuv"',
};
const SAVED: SavedDraft = { ...DRAFT, ...RECEIPT };
const problem = (type: 'conflict' | 'invalid-input' | 'no-application', status: number, more = {}) =>
  HttpResponse.json({ type: problemTypeUri(type), title: 'x', status, ...more }, { status });

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

describe('the draft client', () => {
  before(() => worker.start({ quiet: true }));
  afterEach(() => worker.resetHandlers());
  after(() => worker.stop());

  it('loads what is kept, and knows when nothing is', async () => {
    worker.use(http.get('*/api/draft', () => HttpResponse.json(SAVED)));
    expect(await client.loadDraft()).to.deep.equal(SAVED);
    worker.use(http.get('*/api/draft', () => new HttpResponse(null, { status: 204 })));
    expect(await client.loadDraft()).to.equal(undefined);
  });

  it('says what a save follows, and sends only the form', async () => {
    const sent: unknown[] = [];
    worker.use(
      http.put('*/api/draft', async ({ request }) => {
        const { headers } = request;
        sent.push([headers.get('if-match'), headers.get('if-none-match'), await request.json()]);
        return HttpResponse.json(RECEIPT);
      }),
    );
    expect(await client.saveDraft(SAVED, 'none')).to.deep.equal(RECEIPT);
    const there: Draft = { ...DRAFT, at: 'inkomster.egna' };
    expect(await client.saveDraft({ ...SAVED, ...there }, RECEIPT.etag)).to.deep.equal(RECEIPT);
    expect(sent).to.deep.equal([
      [null, '*', DRAFT],
      [RECEIPT.etag, null, there],
    ]);
  });

  it('tells of a conflict with the other version, and prints nothing of it', async () => {
    worker.use(http.put('*/api/draft', () => problem('conflict', 412, { current: SAVED })));
    const error = await failureOf(client.saveDraft(DRAFT, RECEIPT.etag));
    expect(isDraftConflict(error) && error.current).to.deep.equal(SAVED);
    expect(isIncomeProblem(error) && error.kind).to.equal('conflict');
    expect(JSON.stringify(error) + String(error)).not.to.include('inkomster');
  });

  it('tells a conflict with a draft that has been deleted from an answer that is none', async () => {
    worker.use(http.put('*/api/draft', () => problem('conflict', 412)));
    const error = await failureOf(client.saveDraft(DRAFT, RECEIPT.etag));
    expect(isDraftConflict(error) && error.current).to.equal(undefined);
    worker.use(http.put('*/api/draft', () => new HttpResponse('<p>412</p>', { status: 412 })));
    expect(await kindOf(client.saveDraft(DRAFT, RECEIPT.etag))).to.equal('unreadable-answer');
  });

  it('fails with a kind and nothing else', async () => {
    worker.use(http.put('*/api/draft', () => problem('invalid-input', 428)));
    expect(await kindOf(client.saveDraft(DRAFT, 'none'))).to.equal('invalid-input');
    worker.use(http.get('*/api/draft', () => problem('no-application', 403)));
    expect(await kindOf(client.loadDraft())).to.equal('no-application');
    worker.use(http.get('*/api/draft', () => HttpResponse.json({ ...SAVED, etag: 'W/"1"' })));
    expect(await kindOf(client.loadDraft())).to.equal('unreadable-answer');
    worker.use(http.put('*/api/draft', () => new HttpResponse(null, { status: 204 })));
    expect(await kindOf(client.saveDraft(DRAFT, 'none'))).to.equal('unreadable-answer');
    worker.use(http.delete('*/api/draft', () => HttpResponse.error()));
    expect(await kindOf(client.deleteDraft())).to.equal('offline');
  });

  it('saves also when the page is left, if it is small enough for that', async () => {
    const kept: [boolean, number][] = [];
    worker.use(
      http.put('*/api/draft', async ({ request }) => {
        kept.push([request.keepalive, (await request.text()).length]);
        return HttpResponse.json(RECEIPT);
      }),
    );
    const large: Draft = {
      version: 1,
      fields: Array.from({ length: 5 }, () => ['a', 'x'.repeat(15_000)] as const),
    };
    for (const draft of [DRAFT, large]) await client.saveDraft(draft, 'none', { keepalive: true });
    await client.saveDraft(DRAFT, 'none');
    expect(kept.map(([keepalive]) => keepalive)).to.deep.equal([true, false, false]);
    expect(kept[1]?.[1]).to.be.greaterThan(75_000);
  });

  it('deletes', async () => {
    worker.use(http.delete('*/api/draft', () => new HttpResponse(null, { status: 204 })));
    await client.deleteDraft();
  });
});
