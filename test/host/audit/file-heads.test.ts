import { fileHeads } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';

const head = (sequence: number) => ({ sequence, hash: `hash-of_${sequence}` });

describe('a head in a file', () => {
  let folder: string;
  let file: string;
  let files = 0;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'heads-'))));
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(() => (file = join(folder, `head-${(files += 1)}`)));

  test('is not there before one has been kept, and is then the one that was kept', async () => {
    assert.equal(await fileHeads(file).read(), undefined);
    await fileHeads(file).keep({ sequence: 0, hash: '' });
    assert.deepEqual(await fileHeads(file).read(), { sequence: 0, hash: '' });
    await fileHeads(file).keep(head(7));
    assert.deepEqual(await fileHeads(file).read(), head(7));
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  test('never goes back, however many are kept at once', async () => {
    const heads = fileHeads(file);
    await Promise.all([3, 1, 9, 2, 9, 8].map((sequence) => heads.keep(head(sequence))));
    assert.deepEqual(await heads.read(), head(9));
    await heads.keep({ sequence: 9, hash: 'other' });
    assert.deepEqual(await heads.read(), head(9));
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.new')),
      [],
    );
  });

  test('is not disturbed by one that was being written when the process was killed', async () => {
    await fileHeads(file).keep(head(1));
    writeFileSync(`${file}.new`, '{"sequence":2,"ha');
    assert.deepEqual(await fileHeads(file).read(), head(1));
    await fileHeads(file).keep(head(2));
    assert.deepEqual(await fileHeads(file).read(), head(2));
  });

  test('is refused, and left, when it is not one', async () => {
    for (const text of ['', 'x', '{}', '{"sequence":-1,"hash":""}', '{"sequence":1,"hash":"å"}', '[1]']) {
      writeFileSync(file, text);
      await assert.rejects(fileHeads(file).read(), { name: 'HeadsUnreadable' });
      await assert.rejects(fileHeads(file).keep(head(1)), { name: 'HeadsUnreadable' });
      assert.equal(readFileSync(file, 'utf8'), text);
    }
    await assert.rejects(fileHeads(folder).read(), { name: 'HeadsUnreadable' });
  });

  test('that cannot be kept is told of, and the next one is tried', async () => {
    const heads = fileHeads(join(folder, 'nowhere', 'head'));
    await assert.rejects(heads.keep(head(1)), { code: 'ENOENT' });
    await assert.rejects(heads.keep(head(2)), { code: 'ENOENT' });
  });
});
