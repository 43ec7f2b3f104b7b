import { EXEMPELKOPING } from '@medborgarnavet/demo';
import { PERSONAS } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { createApp } from '../../demo/src/app.ts';
import { openPlace } from '../../demo/src/kept/place.ts';
import { scannerFor } from '../canaries.ts';
import { CANARIES, watchAnswers, word } from './canaries.ts';
import { temporaryPlace } from './place.ts';
import { NOVEMBER, setUp, type Setting, type Visitor } from './visitor.ts';

const root = join(import.meta.dirname, '../..');
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const API = ['income', 'background', 'draft', 'submission', 'access-log'];

interface Asked {
  readonly method: string;
  readonly path: string;
}

/** Every route of the demo, as one may ask it about an application and a person. */
async function everyRoute(reference: string, person: string): Promise<readonly Asked[]> {
  const folder = temporaryPlace();
  const clock = (): Date => NOVEMBER;
  const place = await openPlace(folder, clock);
  const { routes } = createApp({
    ...{ persons: PERSONAS, script: new Uint8Array(1), clock, place, isSimulated: true },
    ...{ ssbtek: { ...EXEMPELKOPING, url: 'http://127.0.0.1:9/' }, origins: ['http://localhost:1'] },
  });
  await place.close();
  folder.remove();
  const asked = routes.flatMap(({ method, path }) =>
    pathsOf(path, reference, person).flatMap((each) =>
      (method === 'ALL' ? METHODS : [method]).map((one) => `${one} ${each}`),
    ),
  );
  return [...new Set(asked)].map((one) => {
    const [method = '', path = ''] = one.split(' ');
    return { method, path };
  });
}

function pathsOf(path: string, reference: string, person: string): readonly string[] {
  const filled = path.replace(':reference', reference).replace(':person', person).replace(':uid', reference);
  const rest = path.includes('/api/') ? API : ['', reference, `?ansokan=${reference}&person=${person}`];
  return filled.endsWith('*') ? rest.map((each) => filled.slice(0, -1) + each) : [filled];
}

/** With a form, or with JSON for the API, that names the application of somebody else. */
async function ask(url: string, cookie: string, { method, path }: Asked, ansokan: string): Promise<Response> {
  const isApi = path.includes('/api/');
  const body = isApi
    ? JSON.stringify({ period: { from: '2026-10-01', to: '2026-10-31' } })
    : new URLSearchParams({ ansokan, person: 'P1' });
  return fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...{ 'sec-fetch-site': 'same-origin', 'if-none-match': '*', cookie },
      ...(isApi && { 'content-type': 'application/json' }),
    },
    ...(!['GET', 'HEAD'].includes(method) && { body }),
  });
}

/** The first person has fetched, written in two steps and left a draft. */
async function begun(setting: Setting): Promise<{ readonly first: Visitor; readonly reference: string }> {
  const first = setting.visitor();
  await first.signIn('P1');
  await first.save('/ansokan/hushall', { 'andra-i-hushallet': word('P1', 'Hushall') });
  await first.save('/ansokan/inkomster', { 'inkomster.fritext': word('P1', 'Fritext') });
  assert.equal((await first.fetchIncome()).status, 200);
  const reference = await first.reference();
  const saved = await fetch(`${setting.demo.url}/api/inkomst/${reference}/draft`, {
    method: 'PUT',
    headers: {
      ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', 'if-none-match': '*' },
      cookie: first.cookie,
    },
    body: JSON.stringify({ version: 1, fields: [['om-mig', word('P1', 'Utkast')]] }),
  });
  assert.equal(saved.status, 200);
  return { first, reference };
}

async function standing(setting: Setting, { cookie }: Visitor, reference: string): Promise<string> {
  const paths = [
    '/ansokan/hushall',
    ...['income', 'draft'].map((each) => `/api/inkomst/${reference}/${each}`),
  ];
  const asked = paths.map((path) => ask(setting.demo.url, cookie, { method: 'GET', path }, reference));
  return (await Promise.all((await Promise.all(asked)).map((each) => each.text()))).join('\n');
}

describe('a page or an address for staff', () => {
  for (const [who, signsIn] of [
    ['nobody', undefined],
    ['another person', 'P4'],
  ] as const)
    test(`is not there: no route gives ${who} anything of an application, or changes it`, async () => {
      await using setting = await setUp({ isSimulated: true });
      const { first, reference } = await begun(setting);
      const before = await standing(setting, first, reference);
      const ofTheFirst = CANARIES.filter(({ kind }) => !/^(what is known|the amount)/.test(kind));
      const scan = scannerFor([...ofTheFirst, { kind: 'the reference', text: reference }]);
      assert.notDeepEqual(scan(before), []);
      const routes = await everyRoute(reference, 'P1');
      assert.ok(routes.length > 60, String(routes.length));
      using watched = watchAnswers();
      for (const route of routes) {
        const visitor = setting.visitor();
        if (signsIn) await visitor.signIn(signsIn);
        const seen = watched.answers.length;
        const { status } = await ask(setting.demo.url, visitor.cookie, route, reference);
        const found = watched.answers.slice(seen).flatMap(({ headers, body }) => scan(headers + body));
        assert.deepEqual(found, [], `${route.method} ${route.path}: ${status}`);
      }
      assert.equal(await standing(setting, first, reference), before);
    });
});

describe('a command for staff', () => {
  /** What opens what a person has written or fetched. */
  const READS = ['createVault', 'openContent', 'vaultDrafts', 'vaultStatements', 'readMessageContent'];
  /** The service itself, and what looks whether anything of its own is lost. */
  const MAY = [
    'scripts/bench.ts',
    'scripts/bench/twins.ts',
    'scripts/fuzz.ts',
    'scripts/kills.ts',
    'scripts/start.ts',
  ];

  test('is not there: nothing that a command loads opens what is kept, but for those that are named', () => {
    const commands = globSync(['packages/*/bin/*.ts', 'scripts/**/*.{ts,mjs}'], { cwd: root });
    const reading = commands.filter((file) => [...loadedBy(join(root, file))].some(opens));
    assert.deepEqual(reading.toSorted(), MAY);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    for (const [name, command] of Object.entries(scripts))
      assert.ok(
        existsSync(join(root, `scripts/${name}.ts`)) && command === `exec node scripts/run.mjs ${name}`,
        name,
      );
  });

  function opens(file: string): boolean {
    return importsOf(file).some(({ names }) => names.some((name) => READS.includes(name)));
  }
});

interface Import {
  readonly from: string;
  /** Types are left out. Empty for all that there is. */
  readonly names: readonly string[];
}

function importsOf(file: string): readonly Import[] {
  const statements = readFileSync(file, 'utf8').matchAll(
    /(?:import|export)\s+(type\s)?(?:\{([^}]*)\}|[\w*\s]+)\s*from\s+'([^']+)'|import\(?\s*'([^']+)'/g,
  );
  return [...statements].flatMap(([, isType, list, from, alone]) => {
    const all = (list ?? '').split(',').map((name) => name.trim());
    const names = all.filter((name) => name !== '' && !name.startsWith('type '));
    const isNothing = isType !== undefined || (list !== undefined && names.length === 0);
    return isNothing ? [] : [{ from: from ?? alone ?? '', names }];
  });
}

/** Every file of ours that a program loads or may load; of an index, what is taken from it. */
function loadedBy(
  file: string,
  wanted: readonly string[] = [],
  loaded = new Set<string>(),
): ReadonlySet<string> {
  const isIndex = file.endsWith('index.ts');
  if (!isIndex && loaded.has(file)) return loaded;
  if (!isIndex) loaded.add(file);
  for (const { from, names } of importsOf(file)) {
    if (!/^(\.|@medborgarnavet\/)/.test(from)) continue;
    const found = from.startsWith('.') ? join(file, '..', from) : fileURLToPath(import.meta.resolve(from));
    const isWanted =
      !isIndex || wanted.length === 0 || names.length === 0 || names.some((name) => wanted.includes(name));
    if (existsSync(found) && isWanted)
      loadedBy(found, isIndex && names.length === 0 ? wanted : names, loaded);
  }
  return loaded;
}
