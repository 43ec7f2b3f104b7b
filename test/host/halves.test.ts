import { openApiDocument } from '@medborgarnavet/model/openapi.ts';
import { NDJSON } from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { application, OCTOBER, PERSON, type Who } from './host.ts';
import { keptHost } from './kept.ts';
import { promised, rawClient } from './server/raw.ts';
import { withServer } from './server/servers.ts';

// Whatever a request waits for, what it may do is judged when it is done and not when it began (DESIGN rule 7).

interface Route {
  readonly method: string;
  readonly path: string;
  readonly accept?: string;
}

const { paths } = openApiDocument() as { readonly paths: Readonly<Record<string, object>> };
/** Every route that there is: another test keeps the host's and the document's the same. */
const ROUTES = Object.entries(paths)
  .flatMap(([path, methods]) =>
    Object.keys(methods).map((method): Route => ({ method: method.toUpperCase(), path })),
  )
  .flatMap((route) =>
    route.method === 'POST' && route.path === '/income' ? [route, { ...route, accept: NDJSON }] : [route],
  );

const { reference } = application;
const OF = { personnummer: PERSON, reference };
const OPEN: Who = { personnummer: PERSON, application };
const HANDED_IN: Who = { personnummer: PERSON, handedIn: { reference } };
const HAS_NONE: Who = { personnummer: PERSON };
const SUBMISSION = { version: 1, name: 'inkomster', ...OCTOBER, fields: [], declared: true };

function bodyFor({ method, path }: Route): string | undefined {
  if (method !== 'POST' && method !== 'PUT') return undefined;
  if (path === '/draft') return JSON.stringify({ version: 1, fields: [['telefon', '08']] });
  if (path === '/submission') return JSON.stringify({ ...SUBMISSION, fields: [['telefon', '08']] });
  return JSON.stringify(OCTOBER);
}

/** The request as it is sent: what comes first, and the rest. One without a body is cut in its last header. */
function halvesOf(route: Route): readonly [first: string, rest: string] {
  const body = bodyFor(route);
  const headers = [
    `${route.method} /api/inkomst${route.path} HTTP/1.1`,
    ...['Host: a', 'Sec-Fetch-Site: same-origin', 'Connection: close', 'If-None-Match: *'],
    ...['Idempotency-Key: nyckel-fedcba-9876543210', `Accept: ${route.accept ?? 'application/json'}`],
    ...(body === undefined
      ? []
      : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]),
  ].join('\r\n');
  if (body === undefined) return [headers, '\r\n\r\n'];
  return [`${headers}\r\n\r\n${body.slice(0, 5)}`, body.slice(5)];
}

type Kept = Awaited<ReturnType<typeof keptHost>>;
interface Meanwhile {
  readonly name: string;
  /** Done on the way of another request. Gives who the session then says is asking. */
  readonly act: (kept: Kept) => Promise<Who | undefined>;
  readonly status: (route: Route) => number;
}

const looksBack = ({ path }: Route): boolean => path === '/access-log';
const MEANWHILE: readonly Meanwhile[] = [
  { name: 'they sign out', act: () => Promise.resolve(undefined), status: () => 401 },
  {
    name: 'they hand in',
    async act(kept) {
      const headers = { 'idempotency-key': 'nyckel-0123456789-abcdef' };
      assert.equal((await kept.host().post(SUBMISSION, headers, '/submission')).status, 200);
      return HANDED_IN;
    },
    // Another form than the one that was handed in.
    status: (route) => (looksBack(route) ? 200 : route.path === '/submission' ? 409 : 403),
  },
  {
    name: 'they begin anew',
    async act(kept) {
      await kept.vault.removeAll(OF);
      return HAS_NONE;
    },
    status: () => 403,
  },
  {
    name: 'somebody else signs in',
    act: () => Promise.resolve({ personnummer: '189001109801' }),
    status: () => 403,
  },
];

/** Sends a request in two halves, and does something in between. Tells what was answered. */
async function inHalves(kept: Kept, route: Route, { act }: Meanwhile) {
  let who: Who | undefined = OPEN;
  const { fetch, asked } = kept.host({ whoIsAsking: () => who });
  const arrived = promised();
  const arriving = (request: Request): Promise<Response> => {
    const answer = fetch(request);
    arrived.resolve();
    return answer;
  };
  let text = '';
  await withServer({ fetch: arriving }, async ({ url }) => {
    const client = await rawClient(url);
    const [first, rest] = halvesOf(route);
    client.send(first);
    // The host has it, and has looked at what it looks at before the rest has come.
    if (bodyFor(route) !== undefined) await arrived.promise;
    who = await act(kept);
    client.send(rest);
    text = await client.closed;
  });
  return { status: Number(/^HTTP\/1.1 (\d+) /.exec(text)?.[1]), text, asked };
}

describe('a request that comes in two halves', { timeout: 120_000 }, () => {
  for (const meanwhile of MEANWHILE)
    test(`is refused on every route when ${meanwhile.name} in between`, async () => {
      for (const route of ROUTES) {
        await using kept = await keptHost();
        const told = `${route.method} ${route.path} ${route.accept ?? ''}`;
        const { status, text, asked } = await inHalves(kept, route, meanwhile);
        assert.equal(status, meanwhile.status(route), `${told}: ${text}`);
        assert.deepEqual(asked, [], told);
        for (const kind of ['draft', 'statement'] as const)
          assert.equal(await kept.vault.read(OF, kind), undefined, told);
        const done = (await kept.audit.ofCase(OF)).events.map(({ action }) => action);
        assert.deepEqual(
          new Set(done),
          new Set(meanwhile.name === 'they hand in' ? ['submission'] : []),
          told,
        );
      }
    });

  test('is answered as any other when nothing has happened', async () => {
    for (const route of ROUTES) {
      await using kept = await keptHost();
      const nothing = { name: 'nothing', act: () => Promise.resolve(OPEN), status: () => 200 };
      const { status } = await inHalves(kept, route, nothing);
      assert.ok([200, 204].includes(status), `${route.method} ${route.path}: ${status}`);
    }
  });
});

describe('a fetch that has to wait before anybody is asked', () => {
  /** An audit that takes its time over what begins. */
  function waitingAudit(kept: Kept, action: string) {
    const [began, goesOn] = [promised(), promised()];
    const audit: Kept['audit'] = {
      ...kept.audit,
      async write(of, event) {
        await kept.audit.write(of, event);
        if (event.action !== action || event.outcome !== 'begun') return;
        began.resolve();
        await goesOn.promise;
      },
    };
    return { audit, began: began.promise, goOn: () => goesOn.resolve() };
  }

  const fetches = [
    ['/income', 'income-fetch', 'application/json'],
    ['/income', 'income-fetch', NDJSON],
    ['/background', 'background-fetch', 'application/json'],
  ] as const;
  for (const { name, act, status } of MEANWHILE)
    test(`asks nobody when ${name} meanwhile, and the audit tells that it was stopped`, async () => {
      for (const [path, action, accept] of fetches) {
        await using kept = await keptHost();
        let who: Who | undefined = OPEN;
        const { audit, began, goOn } = waitingAudit(kept, action);
        const host = kept.host({ audit, whoIsAsking: () => who });
        const fetched = host.post(OCTOBER, { accept }, path);
        await began;
        who = await act(kept);
        goOn();
        const answer = await fetched;
        const body = await answer.text();
        const expected = status({ method: 'POST', path });
        assert.equal(answer.status, accept === NDJSON ? 200 : expected, path);
        // An answer that has begun ends with the problem.
        assert.equal(
          (JSON.parse(body.trim()) as { status?: number; problem?: { status: number } }).problem?.status ??
            answer.status,
          expected,
        );
        assert.deepEqual(host.asked, [], path);
        const { events } = await kept.audit.ofCase(OF);
        assert.equal(events.findLast((event) => event.action === action)?.outcome, 'refused', path);
        assert.equal(await kept.vault.read(OF, 'statement'), undefined);
      }
    });
});

describe('an application that is over, to a host whose session says that it is open', () => {
  test('is fetched to and saved no more', async () => {
    for (const { name, act } of MEANWHILE.slice(1, 3))
      for (const route of ROUTES.filter(
        (each) => bodyFor(each) !== undefined && each.path !== '/background',
      )) {
        await using kept = await keptHost();
        await act(kept);
        const host = kept.host({ asking: OPEN });
        const headers = {
          ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', 'if-none-match': '*' },
          ...{ 'idempotency-key': 'nyckel-fedcba-9876543210', accept: route.accept ?? 'application/json' },
        };
        const { status } = await host.call(route.method, route.path, { headers, body: bodyFor(route)! });
        const isAnother = name === 'they hand in' && route.path === '/submission';
        assert.equal(status, isAnother ? 409 : 403, `${name}: ${route.method} ${route.path}`);
        assert.deepEqual(host.asked, []);
      }
  });
});
