import { openApiDocument } from '@medborgarnavet/model/openapi.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { host, OCTOBER, problem } from './host.ts';

const PORTAL = 'https://portal.example';
const STRANGER = 'https://other.example';
const SITE = 'https://kommun.example';
const JSON_TYPE = { 'content-type': 'application/json' };

const { paths } = openApiDocument() as { readonly paths: Readonly<Record<string, object>> };

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> };

const post = (headers: Record<string, string>): Init => ({ headers, body: JSON.stringify(OCTOBER) });

function corsHeaders({ headers }: Response): string[] {
  return [...headers.keys()].filter((name) => name.startsWith('access-control-'));
}

describe('whose pages may call', () => {
  // What browsers send: with and without Sec-Fetch-Site (Safari before 16.4, plain http on a host name, proxies that strip it).
  const cases: [string, string, Record<string, string>, number][] = [
    ['reads of its own page', 'GET', { 'sec-fetch-site': 'same-origin' }, 204],
    ['reads of its own page, without the header', 'GET', {}, 204],
    ['reads of its own page through a proxy that adds Origin', 'GET', { origin: SITE }, 204],
    ['reads of another site', 'GET', { 'sec-fetch-site': 'cross-site' }, 403],
    ['reads of a neighbour', 'GET', { 'sec-fetch-site': 'same-site' }, 403],
    ['reads of another site that wants to see the answer', 'GET', { origin: STRANGER }, 403],
    ['reads of a sandboxed frame', 'GET', { origin: 'null' }, 403],
    ['writes of its own page', 'POST', { 'sec-fetch-site': 'same-origin', origin: SITE }, 200],
    ['writes of its own page, without the header', 'POST', { origin: SITE }, 200],
    ['writes through a proxy that strips both', 'POST', {}, 200],
    ['withdrawals of its own page, without the header', 'DELETE', { origin: SITE }, 204],
    ['withdrawals through a proxy that strips both', 'DELETE', {}, 204],
    ['writes of another site', 'POST', { 'sec-fetch-site': 'cross-site', origin: STRANGER }, 403],
    ['writes of another site, without the header', 'POST', { origin: STRANGER }, 403],
    ['writes of a sandboxed frame', 'POST', { origin: 'null' }, 403],
    ['writes of another port', 'POST', { origin: `${SITE}:8443` }, 403],
    ['writes of the same name without TLS', 'POST', { origin: 'http://kommun.example' }, 403],
    [
      'writes of its own page that the header denies',
      'POST',
      { 'sec-fetch-site': 'none', origin: SITE },
      403,
    ],
    ['writes of an allowed origin', 'POST', { 'sec-fetch-site': 'same-site', origin: PORTAL }, 200],
    ['writes of an allowed origin, without the header', 'POST', { origin: PORTAL }, 200],
  ];
  for (const [what, method, headers, status] of cases)
    test(`${status === 403 ? 'refuses' : 'takes'} ${what}`, async () => {
      const { call, asked } = host({ allowedOrigins: [PORTAL] });
      const init = method === 'POST' ? post({ ...JSON_TYPE, ...headers }) : { headers };
      assert.equal((await call(method, '/income', init)).status, status);
      if (status === 403) assert.deepEqual(asked, []);
    });

  test('refuses what a form of any site could have sent, when nothing says where it comes from', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonp',
    ]) {
      const { call, asked } = host();
      assert.equal((await call('POST', '/income', post({ 'content-type': type }))).status, 403, type);
      assert.deepEqual(asked, []);
    }
  });

  test('behind a proxy that ends TLS, a page of https is its own', async () => {
    const { call } = host({ base: 'http://kommun.example' });
    assert.equal((await call('DELETE', '/income', { headers: { origin: SITE } })).status, 204);
    assert.equal((await call('DELETE', '/income', { headers: { origin: STRANGER } })).status, 403);
  });

  test('a refusal is a problem document, of no kind that the page could take for a sign-in or a passing fault', async () => {
    const response = await host().call('GET', '/income', { headers: { origin: STRANGER } });
    assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual(await problem(response), [403, undefined]);
  });
});

describe('pages of allowed origins', () => {
  test('are told by every route, when the browser asks first, which calls it takes', async () => {
    const { call, asked } = host({ allowedOrigins: [PORTAL], everyRoute: true });
    for (const [path, methods] of Object.entries(paths)) {
      const headers = {
        origin: PORTAL,
        'access-control-request-method': 'PUT',
        'sec-fetch-site': 'same-site',
      };
      const response = await call('OPTIONS', path, { headers });
      const told = (name: string): string[] => (response.headers.get(name) ?? '').split(', ').sort();
      assert.equal(response.status, 204, path);
      assert.deepEqual(
        told('access-control-allow-methods'),
        Object.keys(methods)
          .map((each) => each.toUpperCase())
          .sort(),
      );
      assert.deepEqual(told('access-control-allow-headers'), [
        'accept',
        'content-type',
        'idempotency-key',
        'if-match',
        'if-none-match',
      ]);
      assert.equal(response.headers.get('access-control-allow-origin'), PORTAL);
      assert.equal(response.headers.get('access-control-allow-credentials'), 'true');
      assert.match(response.headers.get('access-control-max-age') ?? '', /^\d+$/);
      assert.equal(response.headers.get('vary'), 'Origin');
    }
    assert.deepEqual(asked, []);
  });

  test('can read every answer: whole, in lines, empty, and what went wrong', async () => {
    const settings = { allowedOrigins: [PORTAL] };
    const from = { origin: PORTAL, 'sec-fetch-site': 'same-site' };
    const json = { ...from, ...JSON_TYPE };
    const answers = [
      await host(settings).call('POST', '/income', post(json)),
      await host(settings).call('POST', '/income', post({ ...json, accept: 'application/x-ndjson' })),
      await host(settings).call('GET', '/income', { headers: from }),
      await host({ ...settings, asking: undefined }).call('GET', '/income', { headers: from }),
      await host(settings).call('POST', '/income', { headers: json, body: '{' }),
      await host(settings).call('GET', '/nowhere', { headers: from }),
      await host({ ...settings, asking: { personnummer: '189001019802' } }).call(
        'POST',
        '/income',
        post(json),
      ),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 204, 401, 400, 404, 403],
    );
    for (const response of answers) {
      assert.equal(response.headers.get('access-control-allow-origin'), PORTAL);
      assert.equal(response.headers.get('access-control-allow-credentials'), 'true');
      assert.equal(response.headers.get('access-control-expose-headers'), 'etag, retry-after');
      assert.equal(response.headers.get('cross-origin-resource-policy'), 'same-origin');
      await response.body?.cancel();
    }
  });

  test('others get no header that lets them read, and are not told which are allowed', async () => {
    for (const origin of [
      STRANGER,
      'null',
      '*',
      `${PORTAL}.other.example`,
      'https://PORTAL.example',
      undefined,
    ])
      for (const allowedOrigins of [[PORTAL], []]) {
        const { call } = host({ allowedOrigins });
        const headers = { ...(origin !== undefined && { origin }), 'access-control-request-method': 'PUT' };
        for (const method of ['OPTIONS', 'GET']) {
          const response = await call(method, '/income', { headers });
          assert.deepEqual(corsHeaders(response), [], `${method} ${origin}`);
          assert.ok([204, 403, 405].includes(response.status));
          assert.equal(response.headers.get('vary'), allowedOrigins.length > 0 ? 'Origin' : null);
        }
      }
  });
});
