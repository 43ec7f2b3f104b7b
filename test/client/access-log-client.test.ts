import { createAccessLogClient } from '@medborgarnavet/client';
import { scenarios, tellsOfAccess, wholeLog } from '@medborgarnavet/mocks';
import { isIncomeProblem } from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

const worker = setupWorker();
const client = createAccessLogClient({ endpoint: '/api' });

async function kindOf(failing: Promise<unknown>): Promise<string> {
  try {
    await failing;
    return 'none';
  } catch (error) {
    return isIncomeProblem(error) ? error.kind : String(error);
  }
}

describe('the access log client', () => {
  before(() => worker.start({ quiet: true }));
  afterEach(() => worker.resetHandlers());
  after(() => worker.stop());

  it('reads what has been done, with nothing in the address', async () => {
    const asked: string[] = [];
    worker.use(
      http.get('*/api/access-log', ({ request }) => {
        asked.push(new URL(request.url).pathname + new URL(request.url).search);
        return HttpResponse.json(wholeLog);
      }),
    );
    expect(await client.accessLog()).to.deep.equal(wholeLog);
    expect(asked).to.deep.equal(['/api/access-log']);
  });

  it('fails with a kind and nothing else', async () => {
    worker.use(...scenarios.sessionExpired);
    expect(await kindOf(client.accessLog())).to.equal('session-expired');
    worker.use(...scenarios.accessLogOffline);
    expect(await kindOf(client.accessLog())).to.equal('offline');
    worker.use(http.get('*/access-log', () => new HttpResponse(null, { status: 404 })));
    expect(await kindOf(client.accessLog())).to.equal('wrong-endpoint');
    worker.use(http.get('*/access-log', () => HttpResponse.html('<!doctype html><title>Logga in</title>')));
    expect(await kindOf(client.accessLog())).to.equal('unreadable-answer');
  });

  it('takes no answer that the contract does not know, and no answer is not an empty log', async () => {
    worker.use(...tellsOfAccess({ ...wholeLog, version: 2 as 1 }));
    expect(await kindOf(client.accessLog())).to.equal('unreadable-answer');
    worker.use(http.get('*/access-log', () => HttpResponse.json({ ...wholeLog, personnummer: 'x' })));
    expect(await kindOf(client.accessLog())).to.equal('unreadable-answer');
    worker.use(http.get('*/access-log', () => new HttpResponse(null, { status: 204 })));
    expect(await kindOf(client.accessLog())).to.equal('unreadable-answer');
  });

  it('stops when nobody waits any longer', async () => {
    worker.use(...scenarios.accessLogNeverAnswers);
    const abort = new AbortController();
    const asking = client.accessLog({ signal: abort.signal });
    abort.abort(new DOMException('The element is gone', 'AbortError'));
    expect(await kindOf(asking)).to.equal('AbortError: The element is gone');
  });

  it('is not made of what is no web address', () => {
    expect(() => createAccessLogClient({ endpoint: ' ' }))
      .to.throw()
      .with.property('kind', 'no-endpoint');
  });
});
