import {
  HANDED_IN_DATE,
  HANDED_IN_SCHEMA,
  HandedIn,
  handedInJsonSchema,
  toHandedIn,
} from '@medborgarnavet/host';
import { hardToShow, partlyChecked, personas, singleParent } from '@medborgarnavet/mocks';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { handingIn, SOME_OF_EVERYTHING } from './handed-in.ts';

const docs = (file: string): string => readFileSync(join(import.meta.dirname, '../../../docs', file), 'utf8');

interface Shape {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Shape | false;
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
}

const schema = JSON.parse(docs(`inlamning-${HANDED_IN_DATE}.schema.json`)) as Shape;
const inFull = (shape: Shape): Shape => schema.$defs?.[shape.$ref?.split('/').at(-1) ?? ''] ?? shape;

/** Whether names and types are as the schema has them, all the way in. */
function fits(value: unknown, given: Shape | false | undefined): boolean {
  if (!given) return false;
  const shape = inFull(given);
  const { type, properties = {}, required = [], items, prefixItems, anyOf } = shape;
  if (anyOf) return anyOf.some((each) => fits(value, each));
  if (Array.isArray(value))
    return type === 'array' && value.every((each, at) => fits(each, prefixItems ? prefixItems[at] : items));
  if (typeof value === 'object' && value !== null)
    return (
      type === 'object' &&
      shape.additionalProperties === false &&
      required.every((name) => name in value) &&
      Object.entries(value).every(([name, each]) => fits(each, properties[name]))
    );
  return type === (typeof value === 'number' ? 'integer' : typeof value);
}

/** Every place in the schema, with its name. */
function* places(shape: Shape, name = ''): Generator<readonly [string, Shape]> {
  yield [name, shape];
  for (const [key, each] of Object.entries({ ...shape.properties, ...shape.$defs })) yield* places(each, key);
  for (const each of [
    ...(shape.anyOf ?? []),
    ...(shape.prefixItems ?? []),
    ...(shape.items ? [shape.items] : []),
  ])
    yield* places(each, name);
}

describe('the JSON Schema of what is handed in', () => {
  test('is the one that the schemas give; `npm run openapi` writes it', () => {
    assert.deepEqual(schema, JSON.parse(JSON.stringify(handedInJsonSchema())));
  });

  test('is what documents look like', () => {
    const documents = [
      handingIn(singleParent, SOME_OF_EVERYTHING),
      handingIn(undefined, SOME_OF_EVERYTHING),
      handingIn(partlyChecked),
      handingIn(hardToShow),
      ...Object.values(personas).map(({ statement }) => handingIn(statement)),
    ].map(toHandedIn);
    for (const document of documents) {
      assert.equal(fits(document, schema), true);
      assert.equal(fits({ ...document, skyddad: true }, schema), false);
    }
  });

  test('says of every amount that it is whole öre', () => {
    const amounts = [...places(schema)].filter(([, { type }]) => type === 'integer');
    assert.ok(amounts.length >= 9);
    for (const [name, { description }] of amounts) assert.match(description ?? '', /Whole öre\.$/, name);
  });

  test('has a date, which is the version', () => {
    assert.equal(HANDED_IN_SCHEMA, `urn:medborgarnavet:inlamning:${HANDED_IN_DATE}`);
    const document = toHandedIn(handingIn(singleParent));
    assert.equal(
      HandedIn.safeParse({ ...document, schema: 'urn:medborgarnavet:inlamning:2026-01-01' }).success,
      false,
    );
    assert.equal(HandedIn.safeParse({ ...document, mer: 1 }).success, false);
    assert.equal(HandedIn.safeParse({ ...document, summa: 0.5 }).success, false);
  });
});

describe('the document for the receiver', () => {
  const text = docs('inlamning.md');

  test('tells of every name in the schema', () => {
    const names = [...new Set([...places(schema)].map(([name]) => name))].filter((name) =>
      /^[a-z]/.test(name),
    );
    assert.deepEqual(
      names.filter((name) => !text.includes(`\`${name}\``) && !text.includes(`"${name}"`)),
      [],
    );
  });

  test('has an example that is valid', () => {
    const [, example = ''] = /```json\n([^]*?)```/.exec(text) ?? [];
    HandedIn.parse(JSON.parse(example));
  });
});
