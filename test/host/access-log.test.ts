import { AccessLog, sourceThatAnswered, sourceThatFailed, type Source } from '@medborgarnavet/model';
import { singleParent } from '@medborgarnavet/mocks';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, test } from 'node:test';
import { application, OCTOBER, PERSON, problem, type Settings } from './host.ts';
import { keptHost } from './kept.ts';

type Kept = Awaited<ReturnType<typeof keptHost>>;

async function logOf(kept: Kept, settings: Settings = {}) {
  const response = await kept.host(settings).call('GET', '/access-log');
  assert.equal(response.status, 200);
  return AccessLog.parse(await response.json());
}

const told = ({ entries }: AccessLog) => entries.map(({ action, outcome }) => `${action} ${outcome}`);

describe('the access log', () => {
  test('tells when, from where and for what data was read, the oldest first', async () => {
    await using kept = await keptHost();
    assert.deepEqual((await logOf(kept)).entries, []);
    await kept.host().post();
    kept.now.pass(60_000);
    await kept.host().post(OCTOBER, {}, '/background');
    await kept.host().call('GET');
    await kept.host().call('DELETE');
    await kept.host().call('GET');
    const log = await logOf(kept);
    assert.equal(log.reference, application.reference);
    assert.equal(log.purpose, 'Handläggning av ansökan om ekonomiskt bistånd');
    assert.deepEqual(told(log), [
      'income-fetch begun',
      'income-fetch done',
      'background-fetch begun',
      'background-fetch done',
      'income-read done',
      'income-withdraw begun',
      'income-withdraw done',
    ]);
    assert.deepEqual(
      log.entries[1]?.sources,
      singleParent.sources.map(({ source }) => ({ source, outcome: 'answered' })),
    );
    const [, fetched, looked] = log.entries.map(({ at }) => Date.parse(at));
    assert.equal((looked ?? 0) - (fetched ?? 0), 60_000);
  });

  test('tells of a fetch that failed, and of who could not be checked', async () => {
    await using kept = await keptHost();
    const answer = (): never => {
      throw new Error('anything');
    };
    assert.equal((await kept.host({ answer }).post()).status, 500);
    const sources: Source[] = [sourceThatFailed('FK', 'timeout'), sourceThatAnswered('CSN', [])];
    await kept.host({ answer: { sources, protectedIdentity: false } }).post();
    const log = await logOf(kept);
    assert.deepEqual(told(log), [
      'income-fetch begun',
      'income-fetch failed',
      'income-fetch begun',
      'income-fetch done',
    ]);
    assert.deepEqual(log.entries[3]?.sources, [
      { source: 'FK', outcome: 'unchecked' },
      { source: 'CSN', outcome: 'answered' },
    ]);
  });

  test('says that it is not all when somebody has deleted or edited entries, and the host’s log tells of it', async () => {
    for (const statement of [
      "DELETE FROM audit_entry WHERE action = 'income-read'",
      "UPDATE audit_entry SET action = 'draft-read' WHERE action = 'income-read'",
    ]) {
      await using kept = await keptHost();
      await kept.host().post();
      await kept.host().call('GET');
      assert.equal('incomplete' in (await logOf(kept)), false);
      using database = new DatabaseSync(join(kept.folder, 'kommunikationsyta.sqlite'));
      database.exec(statement);
      const host = kept.host();
      const response = await host.call('GET', '/access-log');
      assert.equal(response.status, 200);
      const log = AccessLog.parse(await response.json());
      assert.equal(log.incomplete, true);
      assert.deepEqual(told(log), ['income-fetch begun', 'income-fetch done']);
      assert.deepEqual(
        host.log.map(({ call, status, detail }) => [call, status, detail]),
        [['GET /access-log', 200, 'audit-broken']],
      );
    }
  });

  test('is of one application of one person, also when it is handed in', async () => {
    await using kept = await keptHost();
    await kept.host().post();
    for (const asking of [
      { personnummer: '189001109801', application },
      { personnummer: PERSON, application: { ...application, reference: 'EK-2026-2' } },
    ])
      assert.deepEqual((await logOf(kept, { asking })).entries, []);
    const { reference } = application;
    const after = await logOf(kept, { asking: { personnummer: PERSON, handedIn: { reference } } });
    assert.deepEqual(told(after), ['income-fetch begun', 'income-fetch done']);
    const nobody = kept.host({ asking: { personnummer: PERSON } });
    assert.deepEqual(await problem(await nobody.call('GET', '/access-log')), [403, 'no-application']);
  });

  test('tells the same of a person with protected identity as of one whom nobody knows', async () => {
    const logs: string[] = [];
    const unknown = singleParent.sources.map((source) => sourceThatAnswered(source.source, []));
    for (const answer of [
      { sources: singleParent.sources, protectedIdentity: true },
      { sources: unknown, protectedIdentity: false },
    ]) {
      await using kept = await keptHost();
      const host = kept.host({ answer });
      const bodies = [await host.post(), await host.call('GET'), await host.call('GET', '/access-log')];
      logs.push((await Promise.all(bodies.map((body) => body.text()))).join('\n'));
    }
    assert.equal(logs[0], logs[1]);
  });

  test('what cannot be written is not removed either, and what has been removed is told as removed', async () => {
    for (const fails of ['begun', 'done'] as const)
      for (const path of ['/draft', '/income']) {
        await using kept = await keptHost();
        await kept.host().post();
        const headers = {
          ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', 'if-none-match': '*' },
        };
        const body = JSON.stringify({ version: 1, fields: [['telefon', '08']] });
        assert.equal((await kept.host().call('PUT', '/draft', { headers, body })).status, 200);
        const audit: typeof kept.audit = {
          ...kept.audit,
          write: (of, event) =>
            event.outcome === fails
              ? Promise.reject(new Error('the disk is full'))
              : kept.audit.write(of, event),
        };
        const { status } = await kept.host({ audit }).call('DELETE', path);
        assert.equal(status, fails === 'begun' ? 500 : 204, `${fails} ${path}`);
        const { status: after } = await kept.host().call('GET', path);
        assert.equal(after, fails === 'begun' ? 200 : 204, `${fails} ${path}`);
      }
  });

  test('what cannot be written in the audit is not done', async () => {
    await using kept = await keptHost();
    const audit = { ...kept.audit, write: () => Promise.reject(new Error('the disk is full')) };
    const host = kept.host({ audit });
    assert.deepEqual(await problem(await host.post()), [500, 'internal']);
    assert.deepEqual(host.asked, []);
  });
});
