import { openApiDocument } from '@medborgarnavet/model/openapi.ts';
import { singleParent } from '@medborgarnavet/mocks';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CANARY, formsOf } from '../../scripts/canary-scan.ts';
import { amountCanaries, scannerFor } from '../canaries.ts';
import { application, OCTOBER, PERSON, type Who } from './host.ts';
import { keptHost } from './kept.ts';

type Kept = Awaited<ReturnType<typeof keptHost>>;

interface Route {
  readonly method: string;
  readonly path: string;
}

const { paths } = openApiDocument() as { readonly paths: Readonly<Record<string, object>> };
const ROUTES = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method): Route => ({ method: method.toUpperCase(), path })),
);
const READING = ROUTES.filter(({ method }) => method === 'GET');
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'LIST', 'PURGE', 'post'];

const FIRST: Who = { personnummer: PERSON, application };
/** Whose application happens to have the same reference. */
const SECOND: Who = { personnummer: '189001109801', application };
const NOBODY = undefined;

const ofTheFirst = scannerFor([
  { kind: 'a word', text: CANARY },
  ...formsOf(PERSON).map((text) => ({ kind: 'the personnummer', text })),
  ...singleParent.sources.flatMap(({ payments }) =>
    payments.flatMap(({ net }) => amountCanaries('an amount', net)),
  ),
]);

function bodyFor({ path }: Route): unknown {
  if (path === '/draft') return { version: 1, fields: [['om-mig', 'annat']] };
  if (path === '/submission')
    return { version: 1, name: 'inkomster', ...OCTOBER, fields: [], declared: true };
  return OCTOBER;
}

/** Sends all that a route needs to be carried out, and what is told to change whose data it is about. */
async function ask(kept: Kept, asking: Who | undefined, { method, path }: Route, more: object = {}) {
  const host = kept.host({ asking, answer: { sources: [], protectedIdentity: false } });
  const has = ['POST', 'PUT', 'PATCH', 'post'].includes(method);
  const response = await host.call(method, path, {
    headers: {
      ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      ...{ 'if-none-match': '*', 'idempotency-key': 'nyckel-0123456789-abcdef' },
      ...more,
    },
    ...(has && { body: JSON.stringify(bodyFor({ method, path: path.split('?')[0] ?? '' })) }),
  });
  const { status, headers } = response;
  const text = await response.text();
  return { status, headers, text, all: JSON.stringify([...headers]) + text, host };
}

/** A host where the first person has written and fetched. */
async function begun(): Promise<Kept> {
  const kept = await keptHost();
  const host = kept.host({ asking: FIRST });
  assert.equal((await host.post()).status, 200);
  const draft = { version: 1, fields: [['om-mig', CANARY]] };
  const headers = {
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'if-none-match': '*',
  };
  assert.equal((await host.call('PUT', '/draft', { headers, body: JSON.stringify(draft) })).status, 200);
  return kept;
}

/** What the first person reads. */
async function standing(kept: Kept): Promise<readonly string[]> {
  const read = await Promise.all(
    ['/draft', '/income'].map((path) => ask(kept, FIRST, { method: 'GET', path })),
  );
  for (const { all } of read) assert.notDeepEqual(ofTheFirst(all), []);
  return read.map(({ text }) => text);
}

describe('the routes of the host', () => {
  test('are those of the document and no others, whatever the method', async () => {
    await using kept = await keptHost();
    for (const path of Object.keys(paths))
      for (const method of METHODS) {
        const { status, headers, text } = await ask(kept, FIRST, { method, path });
        const here = ROUTES.filter((route) => route.path === path).map((route) => route.method);
        if (here.includes(method.toUpperCase())) {
          assert.ok(![404, 405].includes(status), `${method} ${path}: ${status}`);
          continue;
        }
        assert.deepEqual([status, text], [405, ''], `${method} ${path}`);
        assert.deepEqual((headers.get('allow') ?? '').split(', ').sort(), here.sort());
      }
  });

  test('are nowhere else: any other path is not there, for who is signed in and for nobody', async () => {
    await using kept = await begun();
    const anyPath = fc.oneof(
      fc.webPath(),
      fc
        .tuple(fc.constantFrom(...Object.keys(paths)), fc.webPath({ size: 'small' }))
        .map(([path, rest]) => path + rest),
      fc.constantFrom('drafts', 'persons', 'admin', 'export', 'search', 'audit').map((name) => `/${name}`),
    );
    await fc.assert(
      fc.asyncProperty(anyPath, fc.constantFrom(...METHODS), async (path, method) => {
        const { pathname } = new URL(`https://kommun.example/api/inkomst${path}`);
        fc.pre(!(pathname.replace('/api/inkomst', '') in paths));
        for (const asking of [FIRST, NOBODY])
          assert.equal((await ask(kept, asking, { method, path })).status, 404, `${method} ${path}`);
      }),
      { numRuns: 200 },
    );
  });

  test('tell nobody anything who is not signed in, and do nothing', async () => {
    await using kept = await begun();
    const before = await standing(kept);
    for (const route of ROUTES) {
      const { status, all, host } = await ask(kept, NOBODY, route);
      assert.deepEqual([status, ofTheFirst(all)], [401, []], `${route.method} ${route.path}`);
      assert.deepEqual(host.asked, []);
    }
    assert.deepEqual(await standing(kept), before);
  });

  test('tell another person nothing of the first, and touch nothing, also with the same reference', async () => {
    await using kept = await begun();
    const before = await standing(kept);
    for (const route of [...READING, ...ROUTES, ...READING]) {
      const { all, host } = await ask(kept, SECOND, route);
      assert.deepEqual(ofTheFirst(all), [], `${route.method} ${route.path}`);
      for (const { personnummer } of host.asked) assert.equal(personnummer, SECOND.personnummer);
    }
    assert.deepEqual(await standing(kept), before);
  });
});

describe('whose data is read', () => {
  const { reference } = application;
  const queries = ['personnummer', 'subject', 'person', 'user', 'id', 'as'].map(
    (name) => `?${name}=${PERSON}`,
  );
  const others = [`?application=${reference}`, `?reference=${reference}`, '?_method=DELETE', '#/../income'];
  const suffixes = [`/${reference}`, `/${PERSON}`, 's', '/', '//', '%2F', `%2F${reference}`, `;${PERSON}`];

  test('is changed by no query', async () => {
    await using kept = await begun();
    for (const route of READING)
      for (const query of [...queries, ...others]) {
        const asked = { ...route, path: route.path + query };
        assert.equal((await ask(kept, NOBODY, asked)).status, 401, asked.path);
        const second = await ask(kept, SECOND, asked);
        assert.deepEqual(ofTheFirst(second.all), [], asked.path);
        assert.equal(second.text, (await ask(kept, SECOND, route)).text, asked.path);
      }
    assert.equal((await standing(kept)).length, 2);
  });

  test('is changed by no path: there is nothing below a route, beside it or spelt otherwise', async () => {
    await using kept = await begun();
    for (const { path } of READING) {
      const spelt = [
        path.toUpperCase(),
        `/${path}`,
        `/.${path}x`,
        path.replace('/', '/%2e%2e%2f'),
        `%2F${path.slice(1)}`,
      ];
      for (const other of [...suffixes.map((suffix) => path + suffix), ...spelt])
        for (const asking of [FIRST, SECOND, NOBODY]) {
          const { status, text } = await ask(kept, asking, { method: 'GET', path: other });
          assert.deepEqual([status, text], [404, ''], other);
        }
    }
  });

  test('is changed by no header, and neither is what is done', async () => {
    await using kept = await begun();
    const before = await standing(kept);
    const headers = [
      ...['x-forwarded-user', 'x-remote-user', 'x-user', 'remote-user', 'from', 'x-personnummer'].map(
        (name) => ({
          [name]: PERSON,
        }),
      ),
      { authorization: `Bearer ${PERSON}` },
      { authorization: `Basic ${btoa(`${PERSON}:`)}` },
      { cookie: `session=${PERSON}` },
      { forwarded: `for=127.0.0.1;by=${PERSON}` },
      ...['x-original-url', 'x-rewrite-url', 'x-forwarded-uri', 'x-forwarded-prefix'].map((name) => ({
        [name]: '/api/inkomst/draft',
      })),
      ...['x-http-method-override', 'x-http-method', 'x-method-override'].map((name) => ({
        [name]: 'DELETE',
      })),
      { 'x-forwarded-for': '127.0.0.1' },
    ];
    for (const more of headers)
      for (const route of READING) {
        const told = `${route.path} ${Object.keys(more).join()}`;
        assert.equal((await ask(kept, NOBODY, route, more)).status, 401, told);
        const [plain, changed] = [await ask(kept, SECOND, route), await ask(kept, SECOND, route, more)];
        assert.deepEqual([changed.status, changed.text], [plain.status, plain.text], told);
      }
    assert.deepEqual(await standing(kept), before);
  });
});
