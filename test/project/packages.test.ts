import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';

interface Locked {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '../..');
const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(lockfile) as { packages: Readonly<Record<string, Locked>> };

/** Where Node finds a package from another: in the nearest `node_modules` upwards. */
function placeOf(name: string, from: string): string {
  const place = from === '' || from === '.' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  const found = packages[place];
  if (found) return found.link === true ? (found.resolved ?? place) : place;
  assert.ok(from !== '' && from !== '.', `${name} is not in the lockfile`);
  return placeOf(name, dirname(from));
}

/** Every package of others that runs in production, however deep it lies. */
function closureOf(workspace: string): string[] {
  const found = new Set<string>();
  const follow = (from: string): void => {
    for (const name of Object.keys(packages[from]?.dependencies ?? {})) {
      const place = placeOf(name, from);
      if (found.has(place)) continue;
      found.add(place);
      follow(place);
    }
  };
  follow(workspace);
  return [...found].filter((place) => !place.startsWith('packages/')).sort();
}

describe('what runs in production', () => {
  // As in docs/decisions/0001-tools.md. A new package is a decision: say there why it is needed.
  const LARGEST = { model: 1, client: 2, elements: 8, embed: 9, ssbtek: 5, host: 6, simulator: 2 };

  for (const [name, largest] of Object.entries(LARGEST)) {
    test(`${name} brings ${largest} packages of others, those that they bring included`, () => {
      assert.deepEqual(
        closureOf(`packages/${name}`).length,
        largest,
        closureOf(`packages/${name}`).join('\n'),
      );
    });
  }

  test('comes from no registry that the lockfile names', () => {
    assert.doesNotMatch(lockfile, /"resolved": "https?:/);
  });
});
