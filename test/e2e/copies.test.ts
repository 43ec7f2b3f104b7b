import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { singleParent } from '@medborgarnavet/mocks';
import type { Browser } from 'playwright-core';
import embed from '../../packages/embed/package.json' with { type: 'json' };
import { buildEmbed } from '../../scripts/embed.ts';
import { openBrowser, PATIENCE } from './demo.ts';

/** As a municipality sends it that allows each policy once. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types medborgarnavet";
const THIS = embed.version;
const OLDER = '0.0.9';

interface Seen {
  /** Refusals by the page's policy, and errors that nobody caught. */
  readonly faults: readonly string[];
  readonly said: readonly string[];
  /** What each element shows. */
  readonly log: string;
  readonly rows: string;
}

describe('two copies of the one script, where each Trusted Types policy is allowed once', () => {
  const scripts = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const script = scripts.get(pathname);
    if (script) response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else if (pathname === '/api/income' && request.method === 'POST')
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(singleParent));
    else if (pathname !== '/') response.writeHead(204).end();
    else {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY };
      const tags = searchParams
        .getAll('script')
        .map((path) => `<script type="module" src="${path}"></script>`);
      response.writeHead(200, headers)
        .end(`<!doctype html><html lang="sv"><title>Inkomster</title>${tags.join('')}
        <ssbtek-prefill name="inkomster" endpoint="/api" period="2026-10"></ssbtek-prefill>
        <ssbtek-access-log endpoint="/api"></ssbtek-access-log></html>`);
    }
  });
  let browser: Browser;
  before(async () => {
    scripts.set('/this.js', await buildEmbed({ write: false }));
    scripts.set('/same.js', await buildEmbed({ write: false }));
    scripts.set(
      '/older.js',
      await buildEmbed({ write: false, version: OLDER, entry: 'test/embed/older.ts' }),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });

  async function load(...paths: readonly string[]): Promise<Seen> {
    const page = await browser.newPage({ locale: 'sv-SE' });
    page.setDefaultTimeout(PATIENCE);
    const faults: string[] = [];
    const said: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    await page.exposeFunction('keep', (directive: string) => faults.push(`refused: ${directive}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        (window as unknown as { keep: (directive: string) => void }).keep(violatedDirective),
      );
    });
    const address = new URL(`http://localhost:${(server.address() as AddressInfo).port}/`);
    for (const path of paths) address.searchParams.append('script', path);
    await page.goto(address.href, { waitUntil: 'load' });
    await page.getByRole('button', { name: 'Hämta dina inkomstuppgifter' }).click();
    await page.getByText('2 650 kr').first().waitFor();
    const textOf = (tag: string) =>
      page
        .locator(tag)
        .evaluate(({ shadowRoot }) => shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? '');
    const seen = {
      faults,
      said,
      log: await textOf('ssbtek-access-log'),
      rows: await textOf('ssbtek-prefill'),
    };
    await page.close();
    return seen;
  }

  test('the same version twice: the page works, and nothing is said', async () => {
    const { faults, said, log, rows } = await load('/this.js', '/same.js');
    assert.deepEqual(faults, []);
    assert.deepEqual(said, []);
    assert.match(rows, /Allmänt barnbidrag/);
    assert.notEqual(log, '');
  });

  test('an older version after this one: the page works as this one, and both versions are told once', async () => {
    const { faults, said, log, rows } = await load('/this.js', '/older.js', '/this.js');
    assert.deepEqual(faults, []);
    assert.deepEqual(said, [
      `warning: medborgarnavet.js ${OLDER} was loaded where ${THIS} had run already, and did nothing. Load one version only, the newest that the page needs.`,
    ]);
    assert.match(rows, /Allmänt barnbidrag/);
    assert.notEqual(log, '');
  });

  test('this version after an older one: what the older one has works, and it is told once which tag does not', async () => {
    const { faults, said, log, rows } = await load('/older.js', '/this.js');
    assert.deepEqual(faults, []);
    assert.deepEqual(said, [
      `error: medborgarnavet.js ${THIS} was loaded where ${OLDER} had run already, and did nothing. <ssbtek-access-log> will not work here. Load one version only, the newest that the page needs.`,
    ]);
    assert.match(rows, /Allmänt barnbidrag/);
    assert.equal(log, '');
  });
});
