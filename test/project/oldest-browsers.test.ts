import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import ts from 'typescript';
import { FLOOR } from '../../scripts/floor/floor.ts';
import { usesIn, usesInLibrary, type Use } from '../../scripts/floor/uses.ts';
import { librariesInEmbed } from '../../scripts/embed.ts';

const root = join(import.meta.dirname, '../..');

/** What may be used all the same, and why nothing is missing where a browser lacks it. */
const ALLOWED: Readonly<Record<string, string>> = {
  // A browser that does not know a property, or a rule, leaves out that alone.
  'hyphens: in packages/elements/src/prefill/prefill.styles.ts': 'Long words break all the same.',
  'hyphens: in packages/elements/src/review/review.styles.ts': 'Long words break all the same.',
  'hyphenate-limit-chars: in packages/elements/src/prefill/prefill.styles.ts': 'More words are hyphenated.',
  'text-wrap: in packages/elements/src/prefill/prefill.styles.ts': 'Lines end where they end.',
  'color-mix( in packages/elements/src/prefill/prefill.styles.ts':
    'In @supports, with plain colours before it.',
  ':dir in packages/elements/src/prefill/prefill.styles.ts':
    'A rule of its own. Figures start at the other edge of the field.',
  ':has in packages/elements/src/prefill/prefill.styles.ts':
    'A rule of its own. On paper an empty choice is not an empty box.',
  'HTMLElement#showPopover in packages/elements/src/review/review.ts':
    'Asked for first. The way back stands in the review.',
  // Libraries.
  'Error.captureStackTrace in zod': 'Asked for first.',
  'EventTarget#when in zod': 'A name of zod’s own.',
  'AbortSignal.any in ky': 'Asked for first, and only with a time limit, which we keep ourselves.',
  'Request#duplex in ky': 'Set only where the browser reads it.',
  'HTMLInputElement#capture in lit-html': 'An event listener’s.',
  'IntersectionObserver#delay in ky': 'A name of ky’s own.',
  ...Object.fromEntries(
    ['Blob', 'PushMessageData', 'Request', 'Response'].map((owner) => [
      `${owner}#bytes in ky`,
      'Asked for first, and we call none.',
    ]),
  ),
};

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, 'tsconfig.web.json'), (file) => ts.sys.readFile(file)).config,
  ts.sys,
  root,
);

describe('what the oldest browsers lack', () => {
  test('is used nowhere in what runs in a page, libraries included, unless nothing is missing without it', async () => {
    const files = [
      ...globSync('packages/{model,client,elements,embed}/src/**/*.ts', { cwd: root }),
      // What the build puts before them.
      'scripts/once.ts',
    ];
    assert.ok(files.length > 150);
    const own = usesIn(
      files.map((file) => join(root, file)),
      root,
      options,
    );
    const libraries = Object.entries(await librariesInEmbed());
    assert.ok(libraries.length > 4);
    const others = libraries.flatMap(([library, text]) => usesInLibrary(library, text));
    const found = new Map([...own, ...others].map((use) => [`${use.name} in ${fileOf(use)}`, use.at]));
    const surprising = [...found].filter(([use]) => !(use in ALLOWED)).map((each) => each.join(': '));
    assert.deepEqual(
      surprising,
      [],
      'Do without, or ask for it first and say in ALLOWED why that is enough.',
    );
    assert.deepEqual(
      Object.keys(ALLOWED).filter((use) => !found.has(use)),
      [],
      'No longer used.',
    );
  });

  test('is found, and what they have is not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'floor-'));
    const file = join(folder, 'uses.ts');
    const lines = {
      'AbortSignal.any': 'export const both = (a: AbortSignal) => AbortSignal.any([a]);',
      'URL.canParse': "export const can = URL.canParse('x');",
      'Response.json': 'export const made = Response.json({});',
      'Array#toSorted': 'export const sorted = [1].toSorted();',
      'Element#ariaLabel': 'export const label = (a: Element) => a.ariaLabel;',
      'ElementInternals#states': 'export const states = (a: ElementInternals) => a.states.size;',
      'Promise.withResolvers': 'export const promise = Promise.withResolvers();',
      'color-mix(': 'export const a = css`p { color: color-mix(in srgb, red, blue); }`;',
      ':has': 'export const b = css`p:has(b) { color: red; }`;',
      '&': 'export const c = css`p { & b { color: red; } }`;',
      'text-wrap:': 'export const d = css`p {\n text-wrap: pretty; }`;',
    };
    const old = `
      declare const css: (text: TemplateStringsArray) => string;
      export const x = (answer: Response) => [answer.json(), answer.body, [1].at(-1), structuredClone(1), CSS.supports('x')];
      export const y = { toSorted: () => 1, any: () => 2 };
      export const z = [y.toSorted(), y.any(), css\`/* color-mix(a) & :has */ p:is(b) { color: red; }\`];`;
    try {
      writeFileSync(file, [...Object.values(lines), old].join('\n'));
      const uses = usesIn([file], folder, { ...options, lib: ['lib.esnext.full.d.ts'] });

      assert.deepEqual(new Set(uses.map(({ name }) => name)), new Set(Object.keys(lines)));
    } finally {
      rmSync(folder, { recursive: true });
    }
    const told = usesInLibrary('x', 'a.json();AbortSignal.any([b]);c?.toReversed();URL.createObjectURL(d)');
    assert.deepEqual(
      told.map(({ name }) => name).filter((name) => !name.endsWith('Array#toReversed')),
      ['AbortSignal.any'],
    );
    assert.ok(told.some(({ name }) => name === 'Array#toReversed'));
  });

  test('is counted from the browsers that the pages name', () => {
    const { chrome, firefox, safari, safari_ios } = FLOOR;
    assert.equal(safari_ios, safari);
    const said = `Safari and iOS ${safari}, Chromium ${chrome}, Firefox ${firefox}`;
    assert.ok(readFileSync(join(root, 'README.md'), 'utf8').includes(said));
    const table = readFileSync(join(root, 'docs/browsers.md'), 'utf8');
    for (const row of [`Safari, iOS +\\| ${safari}`, `Chromium.* \\| ${chrome}`, `Firefox.* \\| ${firefox}`])
      assert.match(table, new RegExp(`^\\| ${row} `, 'm'));
  });
});

function fileOf({ at }: Use): string {
  return at.replace(/:\d+$/, '');
}
