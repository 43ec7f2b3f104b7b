import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { loadPersonas, parsePersona } from '@medborgarnavet/simulator';
import { persona } from './asking.ts';

function parseWith(changes: object): unknown {
  return parsePersona('P1.json', JSON.stringify({ ...persona('P1'), ...changes }));
}

describe('the notation of a person', () => {
  test('reads back as it was written', () => {
    assert.deepEqual(parseWith({}), persona('P1'));
  });

  test('tells the file and the field of a mistake', () => {
    assert.throws(() => parseWith({ personnummer: '9001019802' }), /^Error: P1\.json: personnummer: /);
    assert.throws(() => parseWith({ SO: { funds: [{ name: 'A' }] } }), /P1\.json: SO\.funds\.0\.status: /);
    assert.throws(
      () => parseWith({ FK: { payments: [{ group: 'FK:XX' }] } }),
      /P1\.json: FK\.payments\.0\.group: /,
    );
    assert.throws(() => parseWith({ Fk: {} }), /P1\.json: .*"Fk"/);
    assert.throws(() => parsePersona('P1.json', '{'), /^Error: P1\.json: not JSON/);
    assert.throws(() => parsePersona('P16.json', JSON.stringify(persona('P1'))), /P16\.json: id: /);
  });

  test('refuses days, codes and amounts that cannot be', () => {
    const payment = { group: 'FK:ABB', family: 'ABB Barnbidrag', date: 'today', rows: [] };
    const refused = (changes: object, field: RegExp) =>
      assert.throws(() => parseWith({ FK: { payments: [{ ...payment, ...changes }] } }), field);
    refused({ date: 'yesterday' }, /date/);
    refused({ date: { month: -1, day: 32 } }, /date/);
    refused({ date: { month: 'each', day: 1 } }, /date/);
    refused({ date: 'undecided' }, /date/);
    refused({ family: 'Barnbidrag' }, /family: Expected a code/);
    refused({ rows: [{ type: 'BB Barnbidrag', amount: '1250' }] }, /amount/);
    refused({ rows: [{ type: 'BB Barnbidrag', amount: 0.001 }] }, /amount/);
    refused({ deductions: [{ type: 'KVI Kvittning', amount: -300 }] }, /amount/);
  });

  test('two persons with one personnummer are told of', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'personas-'));
    t.after(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'A1.json'), JSON.stringify({ ...persona('P1'), id: 'A1' }));
    await writeFile(join(folder, 'A2.json'), JSON.stringify({ ...persona('P1'), id: 'A2' }));
    assert.throws(
      () => loadPersonas(pathToFileURL(`${folder}/`)),
      /A2\.json: personnummer: A1\.json has the same/,
    );
  });
});
