import { HandedIn, writeMessage, type HandingIn } from '@medborgarnavet/host';
import { hardToShow, partlyChecked, personas, singleParent } from '@medborgarnavet/mocks';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { format } from 'prettier';
import { handingIn, HOSTILE, signer, SOME_OF_EVERYTHING } from './handed-in.ts';

const { submission } = handingIn(undefined, [['inkomster.andra.lon.corrected', '3200.50']]);

const KINDS: Readonly<Record<string, HandingIn>> = {
  'some-of-everything': handingIn(singleParent, SOME_OF_EVERYTHING),
  'partly-checked': handingIn(partlyChecked, [
    ['inkomster.pm.pension.comment', 'Jag har inte fått någon pension.'],
  ]),
  'nothing-fetched': handingIn(undefined, [['inkomster.andra.lon.corrected', '3200.50']]),
  'not-shown': handingIn(undefined, [['inkomster.andra.lon.corrected', '3200.50']], {
    submission: { ...submission, statement: 'not-shown' },
  }),
  'hard-to-show': handingIn(hardToShow, [
    ['inkomster.fk.bostadsbidrag.comment', HOSTILE.slice(0, 6).join('\n')],
    [HOSTILE[0], HOSTILE[1]],
  ]),
  P4: handingIn(personas.P4.statement),
  P7: handingIn(personas.P7.statement),
  P11: handingIn(personas.P11.statement),
};

/** Compares with what stands in the file, and lets `npm run golden` write it there. */
function expectGolden(name: string, text: string): void {
  const file = join(import.meta.dirname, 'golden', name);
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, text);
  assert.equal(text, readFileSync(file, 'utf8'), `golden/${name}. Meant so? \`npm run golden\` writes it.`);
}

describe('what is handed in is what has been read and approved', () => {
  for (const [name, each] of Object.entries(KINDS))
    test(name, async () => {
      const { json, html } = await writeMessage(each, { signer });
      HandedIn.parse(JSON.parse(json));
      // The page as text, so that nothing that tidies files changes a byte of it.
      expectGolden(`${name}.html.txt`, html);
      expectGolden(`${name}.json`, await format(json, { parser: 'json', printWidth: 110 }));
    });
});
