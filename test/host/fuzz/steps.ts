import { openApiDocument } from '@medborgarnavet/model/openapi.ts';
import fc from 'fast-check';
import { OCTOBER } from '../host.ts';

/** Three people, who have nothing to do with each other. */
export const PEOPLE = ['189001019802', '189001109801', '189002039802'] as const;
export const BASE = '/api/inkomst';

/** What a person does elsewhere between two pieces of a request, or while the authorities are asked. */
export const ACTIONS = ['sign-out', 'hand-in', 'start-over', 'withdraw', 'delete-draft'] as const;
export type Action = (typeof ACTIONS)[number];

/** One request, and what happens meanwhile. */
export interface Step {
  readonly who: number;
  /** Whose application the address names. */
  readonly whose: number;
  /** Their newest one, or the one before it. */
  readonly age: 0 | 1;
  /** The person signs in and opens an application first, where there is none. */
  readonly prepared: boolean;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How `If-Match` is said: the etag that the person read last, or as in `headers`. */
  readonly matches: boolean;
  readonly body: Uint8Array;
  /** Where the body is cut, as shares of its length. */
  readonly cuts: readonly number[];
  readonly between: Action | undefined;
  readonly during: Action | undefined;
  readonly fails: boolean;
  /** The next one is sent before this one is answered. */
  readonly together: boolean;
}

const { paths } = openApiDocument() as { readonly paths: Readonly<Record<string, object>> };
export const ROUTES = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
);

/** Written by one person, so that it is known whose it is where it comes out. */
export const wordOf = (who: number): string => `Kanarie-${'abc'[who] ?? ''}`;

/** What may stand in a text, and what may not but can be sent. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('', '\ud800', '\udc00x', '\0', '\u202e', '__proto__', 'x'.repeat(20_001), '2650.00'),
);
const fieldName = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('om-mig', 'inkomster.fk.barnbidrag.corrected', 'inkomster.fritext'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('inkomster.fk.barnbidrag.retrieved', 'inkomster.egna.1.belopp', 'Summa'),
  },
  { weight: 1, arbitrary: text },
);
const fields = (who: number) =>
  fc.array(fc.tuple(fieldName, fc.oneof(fc.constant(wordOf(who)), text)), { maxLength: 4 });

/** As the contract has it, but for the texts in it. */
function contractBody(path: string, who: number): fc.Arbitrary<object> {
  if (path === '/draft') return fields(who).map((each) => ({ version: 1, fields: each }));
  if (path === '/submission')
    return fc.record({
      version: fc.constant(1),
      name: fc.oneof({ weight: 5, arbitrary: fc.constant('inkomster') }, { weight: 1, arbitrary: text }),
      period: fc.oneof(
        { weight: 5, arbitrary: fc.constant(OCTOBER.period) },
        { weight: 1, arbitrary: fc.constant({ from: '0000-01-01', to: '9999-12-31' }) },
      ),
      fields: fields(who),
      declared: fc.constant(true),
    });
  return fc.constant(OCTOBER);
}

/** JSON as text, so that a lone surrogate and a doubled key can be sent. */
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

function anyBody(path: string, who: number): fc.Arbitrary<Uint8Array> {
  const right = contractBody(path, who);
  return fc.oneof(
    { weight: 8, arbitrary: right.map(json) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(right, fc.string(), fc.jsonValue())
        .map(([body, name, value]) => json({ ...body, [name]: value })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(right, fc.jsonValue())
        .chain(([body, value]) =>
          fc.constantFrom(...Object.keys(body)).map((name) => json({ ...body, [name]: value })),
        ),
    },
    { weight: 1, arbitrary: fc.jsonValue().map(json) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        Buffer.alloc(0),
        Buffer.from('['.repeat(30_000)),
        Buffer.from('{"__proto__":{"version":1}}'),
        Buffer.from('\ufeff{}'),
        Buffer.from('1e999'),
        Buffer.alloc(300 * 1024, 32),
      ),
    },
  );
}

/** Mostly as a page sends it; often enough not. */
function headersFor(method: string): fc.Arbitrary<Record<string, string>> {
  const mostly = <T>(right: T, ...others: T[]) =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constant(right) },
      { weight: 1, arbitrary: fc.constantFrom(...others) },
    );
  return fc
    .record({
      'sec-fetch-site': mostly<string | undefined>(
        'same-origin',
        'cross-site',
        'same-site',
        'none',
        'Same-Origin',
        undefined,
      ),
      origin: mostly<string | undefined>(undefined, 'null', 'https://evil.example', 'http://localhost', '%'),
      'content-type': mostly<string | undefined>(
        'application/json',
        'APPLICATION/JSON; charset=utf-16',
        'text/plain',
        'multipart/form-data',
        undefined,
      ),
      accept: fc.constantFrom(
        'application/json',
        'application/x-ndjson',
        '*/*',
        ';;,q=x',
        'APPLICATION/X-NDJSON;q=0',
      ),
      'if-match': mostly<string | undefined>(undefined, '*', '"x"', '', 'W/"x", "y"', '"'.repeat(500)),
      'if-none-match':
        method === 'PUT' ? mostly<string | undefined>('*', '"x"', undefined) : fc.constant(undefined),
      'idempotency-key': mostly<string | undefined>(
        'nyckel-0123456789-abcdef',
        'nyckel-0123456789-other',
        'x',
        undefined,
      ),
      'content-encoding': mostly<string | undefined>(undefined, 'gzip', 'identity'),
      'x-http-method-override': mostly<string | undefined>(undefined, 'DELETE'),
    })
    .map((all) =>
      Object.fromEntries(
        Object.entries(all).filter((each): each is [string, string] => each[1] !== undefined),
      ),
    );
}

const route = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...ROUTES) },
  {
    weight: 1,
    arbitrary: fc.record({
      method: fc.constantFrom(
        'GET',
        'HEAD',
        'POST',
        'PUT',
        'PATCH',
        'DELETE',
        'OPTIONS',
        'TRACE',
        'PROPFIND',
      ),
      path: fc.oneof(
        fc.constantFrom(...Object.keys(paths)),
        fc.webPath(),
        fc.webPath().map((path) => `/income${path}`),
      ),
    }),
  },
);

const sometimes = fc.option(fc.constantFrom(...ACTIONS), { nil: undefined, freq: 3 });
const seldom = fc.boolean().chain((is) => fc.integer({ min: 0, max: 7 }).map((number) => is && number === 0));

const anyStep: fc.Arbitrary<Step> = fc
  .tuple(route, fc.nat(PEOPLE.length - 1))
  .chain(([{ method, path }, who]) =>
    fc.record({
      who: fc.constant(who),
      whose: fc.oneof(
        { weight: 9, arbitrary: fc.constant(who) },
        { weight: 1, arbitrary: fc.nat(PEOPLE.length - 1) },
      ),
      age: fc.constantFrom(0 as const, 0 as const, 0 as const, 1 as const),
      prepared: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
      method: fc.constant(method),
      path: fc.constant(path),
      headers: headersFor(method),
      matches: fc.boolean(),
      body:
        method === 'GET' || method === 'HEAD' || method === 'TRACE'
          ? fc.constant(Buffer.alloc(0))
          : anyBody(path, who),
      cuts: fc.oneof(
        fc.constant([]),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 }),
      ),
      between: sometimes,
      during: sometimes,
      fails: seldom,
      together: seldom,
    }),
  );

const MOST_STEPS = 20;
/** How many there are in {@link anySteps} on average, somewhat less. */
export const MEAN_STEPS = MOST_STEPS / 2;

/** What is sent to one host. */
export const anySteps = fc.array(anyStep, { minLength: 1, maxLength: MOST_STEPS, size: 'max' });
