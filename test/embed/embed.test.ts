import '@medborgarnavet/embed';
import type { SsbtekPrefill, SsbtekPrefillProblemEvent } from '@medborgarnavet/elements';
import { answers, scenarios, singleParent, type ScenarioName } from '@medborgarnavet/mocks';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { press, textOf } from '../elements/page.ts';

const FETCH = 'Hämta dina inkomstuppgifter';
const worker = setupWorker();

async function pressAndWait(endpoint: string, event: string): Promise<SsbtekPrefill & { event?: Event }> {
  const element = await fixture<SsbtekPrefill>(
    html`<ssbtek-prefill endpoint=${endpoint} period="2026-10"></ssbtek-prefill>`,
  );
  const outcome = oneEvent(element, event);
  await press(element, FETCH);
  const happened = await outcome;
  await element.updateComplete;
  return Object.assign(element, { event: happened });
}

describe('the one-script build', () => {
  before(() => worker.start({ quiet: true }));
  after(() => worker.stop());
  afterEach(() => worker.resetHandlers());

  it('joins an element and its endpoint', async () => {
    const seen: string[] = [];
    worker.use(
      http.post('*/income', async ({ request }) => {
        seen.push(`${new URL(request.url).pathname} ${await request.text()}`);
        return HttpResponse.json(singleParent);
      }),
    );
    const element = await pressAndWait('/api/inkomst/', 'ssbtek-prefill-fetched');
    expect(textOf(element, '.row')).to.include('2 650 kr');
    expect(seen).to.deep.equal(['/api/inkomst/income {"period":{"from":"2026-10-01","to":"2026-10-31"}}']);
  });

  it('sends cookies to another origin only where the page says so, on the element or its provider', async () => {
    const seen: string[] = [];
    worker.use(
      http.post('*/income', ({ request }) => {
        seen.push(request.credentials);
        return HttpResponse.json(singleParent);
      }),
    );
    const alone = await fixture<SsbtekPrefill>(
      html`<ssbtek-prefill endpoint="/api" period="2026-10"></ssbtek-prefill>`,
    );
    await alone.fetchIncome();
    alone.setAttribute('credentials', 'include');
    await alone.fetchIncome();
    alone.setAttribute('credentials', 'omit');
    await alone.fetchIncome();
    const around = await fixture(html`
      <ssbtek-provider endpoint="/api" period="2026-10" credentials="include">
        <ssbtek-prefill></ssbtek-prefill>
      </ssbtek-provider>
    `);
    await around.querySelector('ssbtek-prefill')?.fetchIncome();
    expect(seen).to.deep.equal(['same-origin', 'include', 'same-origin', 'include']);
  });

  it('gives what it knows to no script that only knows its names', async () => {
    worker.use(...answers(singleParent));
    const provider = await fixture(html`
      <ssbtek-provider endpoint="/api" period="2026-10"><ssbtek-prefill></ssbtek-prefill></ssbtek-provider>
    `);
    await provider.querySelector('ssbtek-prefill')?.fetchIncome();
    const given: unknown[] = [];
    for (const name of [
      'shared',
      'connect-income-source',
      'connect-draft-source',
      'connect-submission-source',
      'connect-access-log-source',
    ]) {
      const event = new Event('context-request', { bubbles: true, composed: true });
      const context = Symbol.for(`medborgarnavet.${name}`);
      Object.assign(event, { context, callback: (value: unknown) => given.push(value) });
      provider.firstElementChild?.dispatchEvent(event);
    }
    expect(given).to.deep.equal([]);
    expect('shared' in provider).to.equal(false);
  });

  it('can be loaded twice', async () => {
    const again = '../../packages/embed/src/index.ts?again';
    await import(again);
    worker.use(...answers(singleParent));
    await pressAndWait('/api', 'ssbtek-prefill-fetched');
  });

  const failures: [ScenarioName, string, RegExp][] = [
    ['notSignedIn', 'not-signed-in', /Du är inte inloggad/],
    ['noApplication', 'no-application', /ingen öppen ansökan/],
    ['purposeRefused', 'purpose-refused', /bara hämta till en ansökan/],
    ['upstreamUnavailable', 'upstream-unavailable', /når inte myndigheterna/],
    ['upstreamRefused', 'upstream-refused', /fylla i beloppen själv/],
    ['upstreamTimeout', 'upstream-timeout', /svarade inte i tid/],
    ['internal', 'internal', /Något gick fel hos kommunen/],
    ['offline', 'offline', /Ingen kontakt/],
    ['htmlInsteadOfJson', 'unreadable-answer', /gick inte att läsa/],
    ['wrongShape', 'unreadable-answer', /gick inte att läsa/],
    ['wrongEndpoint', 'wrong-endpoint', /finns inte där den ska/],
  ];
  for (const [scenario, kind, text] of failures) {
    it(`says what went wrong and the way on: ${scenario}`, async () => {
      worker.use(...scenarios[scenario]);
      const element = await pressAndWait('/api', 'ssbtek-prefill-problem');
      expect((element.event as SsbtekPrefillProblemEvent).problem.kind).to.equal(kind);
      expect(textOf(element, '[role=status]')).to.match(text);
      expect(textOf(element, 'fieldset')).to.include('Allmänt barnbidrag');
    });
  }

  it('takes a redirect to a sign-in page as the end of the session', async () => {
    worker.use(
      http.post('*/income', () => new HttpResponse(null, { status: 302, headers: { location: '/' } })),
    );
    const element = await pressAndWait('/api', 'ssbtek-prefill-problem');
    expect((element.event as SsbtekPrefillProblemEvent).problem.kind).to.equal('session-expired');
  });

  for (const endpoint of ['javascript:alert(1)', 'data:text/plain,x', '  ']) {
    it(`calls nothing at "${endpoint}"`, async () => {
      const element = await pressAndWait(endpoint, 'ssbtek-prefill-problem');
      expect((element.event as SsbtekPrefillProblemEvent).problem.kind).to.equal('no-endpoint');
    });
  }
});
