import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { nodeListener } from '@medborgarnavet/host/server.ts';
import type { Browser, Page } from 'playwright-core';
import { buildEmbed } from '../../scripts/embed.ts';
import { OCTOBER } from '../host/host.ts';
import { keptHost } from '../host/kept.ts';
import { openBrowser, PATIENCE } from './demo.ts';

/** What a page got of an answer, or that it was not let to read one. */
interface Got {
  readonly status: number | 'nothing';
  readonly etag: string | null;
  readonly type: string | null;
  readonly body: string;
}

async function listen(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Two ports of one host are one site, as two names under one registrable domain are: a Lax cookie goes between them.
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

describe('an endpoint at another origin than the page', () => {
  const servers: Server[] = [];
  let script: Uint8Array;
  let kept: Awaited<ReturnType<typeof keptHost>>;
  let asked: readonly unknown[];
  let endpoint: string;
  let ours: string;
  let stranger: string;
  let browser: Browser;

  before(async () => {
    script = await buildEmbed({ write: false });
    kept = await keptHost();
    const page: RequestListener = ({ url }, response) => {
      if (url === '/medborgarnavet.js')
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      else
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
          <html lang="sv"><title>Inkomster</title><script type="module" src="/medborgarnavet.js"></script>
          <ssbtek-prefill name="inkomster" endpoint="${endpoint}" period="2026-10" credentials="include"></ssbtek-prefill></html>`);
    };
    const [own, other] = await Promise.all([listen(page), listen(page)]);
    ours = own.url;
    stranger = other.url;
    const signedIn = kept.host({ allowedOrigins: [ours] });
    const nobody = kept.host({ allowedOrigins: [ours], asking: undefined });
    asked = signedIn.asked;
    const api = await listen(
      nodeListener((request) => {
        if (new URL(request.url).pathname === '/logga-in') {
          const headers = { 'set-cookie': 'session=1; Path=/; HttpOnly; SameSite=Lax' };
          return Promise.resolve(new Response('Inloggad', { headers }));
        }
        return (request.headers.get('cookie') === 'session=1' ? signedIn : nobody).fetch(request);
      }),
    );
    endpoint = `${api.url}/api/inkomst`;
    servers.push(own.server, other.server, api.server);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await kept[Symbol.asyncDispose]();
  });

  /** A page of that origin, in a browser that has signed in at the endpoint's. */
  async function openAt(origin: string): Promise<Page> {
    const page = await browser.newPage({ locale: 'sv-SE' });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(endpoint.replace('/api/inkomst', '/logga-in'));
    await page.goto(origin);
    return page;
  }

  const ask = (
    page: Page,
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Got> =>
    page.evaluate(
      async ([url, init]) => {
        try {
          const response = await fetch(url, { ...init, credentials: 'include' });
          const [etag, type] = ['etag', 'content-type'].map((name) => response.headers.get(name));
          return {
            status: response.status,
            etag: etag ?? null,
            type: type ?? null,
            body: await response.text(),
          };
        } catch {
          return { status: 'nothing' as const, etag: null, type: null, body: '' };
        }
      },
      [
        endpoint + path,
        {
          method,
          ...(body && { body: JSON.stringify(body) }),
          headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
        },
      ] as const,
    );

  const draft = (telefon: string) => ({ version: 1, fields: [['telefon', telefon]] });
  const submission = { version: 1, name: 'inkomster', ...OCTOBER, fields: [], declared: true };

  test('a page of an origin that is not allowed reads nothing and changes nothing', async () => {
    const page = await openAt(stranger);
    const before = asked.length;
    await page.getByRole('button', { name: 'Hämta dina inkomstuppgifter' }).click();
    await page.locator('ssbtek-prefill').getByText('Ingen kontakt').first().waitFor();
    const tries = [
      await ask(page, 'GET', '/income'),
      await ask(page, 'POST', '/income', OCTOBER),
      await ask(page, 'PUT', '/draft', draft('070'), { 'if-none-match': '*' }),
      await ask(page, 'GET', '/draft'),
      await ask(page, 'DELETE', '/draft'),
      await ask(page, 'POST', '/submission', submission, { 'idempotency-key': 'nyckel-0123456789-abcdef' }),
      await ask(page, 'GET', '/access-log'),
    ];
    // A form, or a script that does not want to see the answer, needs no leave from the browser to send.
    await page.evaluate(
      async ([url, body]) => {
        await fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body }).catch(
          () => undefined,
        );
      },
      [`${endpoint}/income`, JSON.stringify(OCTOBER)] as const,
    );
    for (const { status } of tries) assert.equal(status, 'nothing');
    assert.equal(asked.length, before);
    const own = await openAt(ours);
    assert.equal((await ask(own, 'GET', '/draft')).status, 204);
    assert.equal((await ask(own, 'GET', '/income')).status, 204);
    await Promise.all([page.context().close(), own.context().close()]);
  });

  test('a page of the allowed origin fetches, keeps, hands in, and reads every answer', async () => {
    const page = await openAt(ours);
    await page.getByRole('button', { name: 'Hämta dina inkomstuppgifter' }).click();
    await page.getByText('2 650 kr').first().waitFor();

    const steps = await ask(page, 'POST', '/income', OCTOBER, { accept: 'application/x-ndjson' });
    assert.match(steps.type ?? '', /^application\/x-ndjson/);
    assert.match(steps.body.trim().split('\n').at(-1) ?? '', /"statement"/);

    const first = await ask(page, 'PUT', '/draft', draft('070'), { 'if-none-match': '*' });
    assert.equal(first.status, 200);
    assert.ok(first.etag);
    const second = await ask(page, 'PUT', '/draft', draft('0701'), { 'if-match': first.etag });
    assert.equal(second.status, 200);
    const late = await ask(page, 'PUT', '/draft', draft('0702'), { 'if-match': first.etag });
    assert.equal(late.status, 412);
    assert.match(late.type ?? '', /^application\/problem\+json/);
    assert.match(late.body, /0701/);
    assert.match((await ask(page, 'GET', '/draft')).body, /0701/);

    const key = { 'idempotency-key': 'nyckel-0123456789-abcdef' };
    const refused = await ask(page, 'POST', '/submission', { ...submission, name: 'annat' }, key);
    assert.equal(refused.status, 400);
    assert.match(refused.type ?? '', /^application\/problem\+json/);
    assert.equal((await ask(page, 'DELETE', '/income')).status, 204);
    const handedIn = await ask(page, 'POST', '/submission', submission, key);
    assert.equal(handedIn.status, 200);
    assert.match(handedIn.body, /inlamning-/);
    await page.context().close();
  });
});
