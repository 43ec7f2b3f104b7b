import { createVault, vaultDrafts, vaultStatements } from '@medborgarnavet/host';
import { openSqliteStore } from '@medborgarnavet/host/sqlite.ts';
import { DraftReceipt, SavedDraft, type Draft } from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, test } from 'node:test';
import { application, clock, host, PERSON, problem, type Settings } from './host.ts';
import { fakeClock, KEYS } from './kommunikationsyta/stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'drafts-'));
const closing: (() => Promise<void>)[] = [];
after(async () => {
  for (const close of closing) await close();
  rmSync(folder, { recursive: true });
});

const DRAFT: Draft = { version: 1, fields: [['inkomster.egna.1.belopp', '100']] };
const other = (value: string): Draft => ({ version: 1, fields: [['inkomster.egna.1.belopp', value]] });
const FIRST = { 'if-none-match': '*' };

let files = 0;
async function draftHost(settings: Settings = {}) {
  const file = join(folder, `${(files += 1)}.sqlite`);
  const { records: store, close } = await openSqliteStore({ file });
  closing.push(() => close());
  const now = fakeClock(clock().toISOString());
  const vault = createVault({ store, keys: KEYS, clock: now });
  const drafts = vaultDrafts(vault, now);
  const asked = host({ ...settings, drafts, statements: vaultStatements(vault) });
  const put = (body: unknown, headers: Record<string, string> = {}) =>
    asked.call('PUT', '/draft', {
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const saved = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await put(body, headers);
    assert.equal(response.status, 200);
    const receipt = DraftReceipt.parse(await response.json());
    assert.equal(response.headers.get('etag'), receipt.etag);
    return receipt;
  };
  const found = async () => {
    const response = await asked.call('GET', '/draft');
    if (response.status === 204) return undefined;
    const draft = SavedDraft.parse(await response.json());
    assert.equal(response.headers.get('etag'), draft.etag);
    return draft;
  };
  return { ...asked, put, saved, found, now, file };
}

describe('/draft', () => {
  test('keeps what the form holds, and gives it back with when it was saved and when it is forgotten', async () => {
    const { saved, found, call } = await draftHost();
    assert.equal((await call('GET', '/draft')).status, 204);
    const receipt = await saved(DRAFT, FIRST);
    assert.equal(receipt.savedAt, '2026-11-21T08:00:00.000Z');
    assert.equal(receipt.expiresAt, '2026-11-28T08:00:00.000Z');
    assert.deepEqual(await found(), { ...DRAFT, ...receipt });
    const next = await saved(other('200'), { 'if-match': receipt.etag });
    assert.notEqual(next.etag, receipt.etag);
    assert.deepEqual((await found())?.fields, other('200').fields);
    const { headers } = await call('GET', '/draft');
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  test('refuses a save that does not follow what there is, and tells what there is', async () => {
    const { put, saved, found } = await draftHost();
    const first = await saved(DRAFT, FIRST);
    const second = await saved(other('200'), { 'if-match': first.etag });
    for (const headers of [
      FIRST,
      { 'if-match': first.etag },
      { 'if-match': `W/${second.etag}` },
      { 'if-match': 'none' },
    ]) {
      const response = await put(other('300'), headers);
      assert.equal(response.headers.get('content-type'), 'application/problem+json; charset=utf-8');
      const { current, ...document } = (await response.json()) as Record<string, unknown>;
      assert.deepEqual(
        [response.status, document['status'], document['type']],
        [412, 412, 'urn:medborgarnavet:problem:conflict'],
      );
      assert.deepEqual(SavedDraft.parse(current), await found());
    }
    await saved(other('300'), { 'if-match': `${first.etag}, ${second.etag}` });
  });

  test('demands to be told what a save follows', async () => {
    const { put, saved, found } = await draftHost();
    for (const headers of [
      {},
      { 'if-match': '*' },
      { 'if-match': '' },
      { 'if-none-match': '"a"' },
      { ...FIRST, 'if-match': '"a"' },
    ])
      assert.deepEqual(await problem(await put(DRAFT, headers as Record<string, string>)), [
        428,
        'invalid-input',
      ]);
    assert.equal(await found(), undefined);
    await saved(DRAFT, FIRST);
  });

  test('takes a save that comes again for what it is, and no conflict', async () => {
    const { saved, found } = await draftHost();
    const first = await saved(DRAFT, FIRST);
    assert.deepEqual(await saved(DRAFT, FIRST), first);
    const second = await saved(other('2'), { 'if-match': first.etag });
    assert.deepEqual(await saved(other('2'), { 'if-match': first.etag }), second);
    assert.equal((await found())?.etag, second.etag);
  });

  test('keeps the name of the field that the person was in, which makes no conflict', async () => {
    const { saved, found } = await draftHost();
    const first = await saved({ ...DRAFT, at: 'inkomster.egna' }, FIRST);
    assert.deepEqual(await found(), { ...DRAFT, at: 'inkomster.egna', ...first });
    assert.deepEqual(await saved({ ...DRAFT, at: 'telefon' }, FIRST), first);
    assert.equal((await found())?.at, 'inkomster.egna');
    await saved(DRAFT, { 'if-match': first.etag });
    assert.equal((await found())?.at, undefined);
  });

  test('forgets at once what is deleted, and a late save does not bring it back', async () => {
    const { call, put, saved, found } = await draftHost();
    assert.equal((await call('DELETE', '/draft')).status, 204);
    const first = await saved(DRAFT, FIRST);
    assert.equal((await call('DELETE', '/draft')).status, 204);
    assert.equal(await found(), undefined);
    const late = await put(DRAFT, { 'if-match': first.etag });
    assert.equal(late.status, 412);
    assert.ok(!('current' in ((await late.json()) as object)));
    assert.notEqual((await saved(DRAFT, FIRST)).etag, first.etag);
  });

  test('gives nothing at the limit', async () => {
    const { saved, found, now } = await draftHost();
    const { expiresAt } = await saved(DRAFT, FIRST);
    now.set(expiresAt);
    now.pass(-1);
    assert.ok(await found());
    now.pass(1);
    assert.equal(await found(), undefined);
  });

  test('is only for who has an application open that is to be handed in', async () => {
    const refusals: [Settings, number, string][] = [
      [{ asking: undefined }, 401, 'not-signed-in'],
      [{ asking: { personnummer: PERSON } }, 403, 'no-application'],
      [
        { asking: { personnummer: PERSON, application: { ...application, intent: 'browse' } } },
        403,
        'purpose-refused',
      ],
    ];
    for (const [settings, status, type] of refusals) {
      const { call, put } = await draftHost(settings);
      assert.deepEqual(await problem(await put(DRAFT, FIRST)), [status, type]);
      for (const method of ['GET', 'DELETE'])
        assert.deepEqual(await problem(await call(method, '/draft')), [status, type]);
    }
  });

  test('refuses what the contract does not have', async () => {
    const fields = (...fields: unknown[]) => ({ version: 1, fields });
    const bodies: unknown[] = [
      ...['', 'null', '[]', '{"__proto__":{}}', {}, { version: 2, fields: [] }, { ...DRAFT, savedAt: 'x' }],
      ...[fields(['a']), fields(['a', 1]), fields(['', 'a']), fields(['a', 'b', 'c']), fields({ a: 'b' })],
      ...[
        fields(['a\n\u0000', 'b']),
        fields(['a', '\u0007']),
        fields(['a', '\u0085']),
        fields(['a', 'b\r\n']),
      ],
      ...[fields(['a'.repeat(201), '']), fields(['a', 'b'.repeat(20_001)])],
      ...['', 'a'.repeat(201), 'a\u0000', 1, null].map((at) => ({ ...DRAFT, at })),
      fields(...Array.from({ length: 2001 }, () => ['a', ''])),
      fields(...Array.from({ length: 14 }, () => ['a', 'x'.repeat(19_000)])),
    ];
    const { put, found } = await draftHost();
    for (const body of bodies)
      assert.deepEqual(
        await problem(await put(body, FIRST)),
        [400, 'invalid-input'],
        JSON.stringify(body).slice(0, 80),
      );
    assert.deepEqual(await problem(await put(DRAFT, { ...FIRST, 'content-type': 'text/plain' })), [
      400,
      'invalid-input',
    ]);
    assert.equal(await found(), undefined);
  });

  test('takes all that the contract has', async () => {
    const fields = [
      ...Array.from({ length: 1987 }, (_, index) => [`fält ${index}`, '']),
      ...Array.from({ length: 12 }, () => ['samma', 'x'.repeat(17_000)]),
      ['__proto__', '\u2028 <b>"\\\n\t😀'],
    ];
    const { saved, found } = await draftHost();
    await saved({ version: 1, fields }, FIRST);
    assert.deepEqual((await found())?.fields, fields);
  });

  test('gives half a character back as a browser would have sent it', async () => {
    const { saved, found } = await draftHost();
    await saved({ version: 1, fields: [['fält \udc00', 'a\ud800b 😀']], at: 'fält \udc00' }, FIRST);
    const { fields, at } = (await found()) ?? {};
    assert.deepEqual([fields, at], [[['fält \ufffd', 'a\ufffdb 😀']], 'fält \ufffd']);
  });

  test('refuses pages of other sites, and is not there where nothing keeps drafts', async () => {
    const { put } = await draftHost();
    assert.equal((await put(DRAFT, { ...FIRST, 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await host().call('GET', '/draft')).status, 404);
  });

  test('is logged by route and status', async () => {
    const { put, saved, call, log } = await draftHost();
    const { etag } = await saved(DRAFT, FIRST);
    await put(other('2'), FIRST);
    await call('GET', '/draft');
    await call('DELETE', '/draft');
    assert.deepEqual(
      log.map(({ call, status }) => `${call} ${status}`),
      ['PUT /draft 200', 'PUT /draft 412', 'GET /draft 200', 'DELETE /draft 204'],
    );
    for (const secret of [PERSON, etag, '100', 'egna', 'EK-2026-1'])
      assert.ok(!JSON.stringify(log).includes(secret));
  });

  test('shows nothing of a record that has been changed, and says so in the log', async () => {
    const { put, saved, call, log, file } = await draftHost();
    await saved(DRAFT, FIRST);
    const database = new DatabaseSync(file);
    database.exec('UPDATE kommunikationsyta_record SET version = version + 1');
    database.close();
    assert.deepEqual(await problem(await call('GET', '/draft')), [500, 'kept-unreadable']);
    assert.deepEqual(await problem(await put(DRAFT, FIRST)), [500, 'kept-unreadable']);
    assert.equal(log.at(-1)?.detail, 'record-changed');
    assert.equal((await call('DELETE', '/draft')).status, 204);
    await saved(DRAFT, FIRST);
  });

  test('answers of a person with protected identity are those of anybody', async () => {
    const answers = await Promise.all(
      [true, false].map(async (isProtected) => {
        const { post, put, call } = await draftHost({
          protected: isProtected,
          answer: { sources: [], protectedIdentity: isProtected },
        });
        await post();
        const responses = [
          await put(DRAFT, FIRST),
          await call('GET', '/draft'),
          await call('DELETE', '/draft'),
        ];
        return Promise.all(
          responses.map(async (response) => [response.status, await response.text(), [...response.headers]]),
        );
      }),
    );
    assert.deepEqual(answers[0], answers[1]);
  });
});

describe('a statement in the kommunikationsyta', () => {
  test('is found again, withdrawn, and beside the draft', async () => {
    const { post, call, saved, found } = await draftHost();
    await saved(DRAFT, FIRST);
    await post();
    assert.equal((await call('GET')).status, 200);
    assert.equal((await call('DELETE')).status, 204);
    assert.equal((await call('GET')).status, 204);
    assert.ok(await found());
  });
});
