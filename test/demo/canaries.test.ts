import { PERSONAS, startSimulator, type Faults, type Simulator } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, test } from 'node:test';
import { ENCODINGS, scannerFor, type Canary } from '../canaries.ts';
import { startKind } from '../host/kommunikationsyta/stores.ts';
import {
  amount,
  CANARIES,
  filesKept,
  readKept,
  startProcess,
  watchAnswers,
  word,
  type Answer,
  type Process,
} from './canaries.ts';
import { fetchInVain, mishaps, wholeJourney } from './canaries.visits.ts';
import { temporaryPlace } from './place.ts';
import { NOVEMBER } from './visitor.ts';

/** Pages and conflicts that give a person back what they have just sent. */
const GIVES_BACK = new Set([401, 403, 409, 412, 413, 500, 503]);

/** What has come out: in any header, and in any body that tells of a failure. */
function foundInAnswers(answers: readonly Answer[], canaries: readonly Canary[]): readonly string[] {
  const scan = scannerFor(canaries);
  return answers.flatMap(({ said, status, headers, body }) => {
    const inHeaders = scan(headers).map((found) => `${found} in a header of ${status}`);
    const inBody = status < 400 ? [] : scan(body);
    const own = new Set(GIVES_BACK.has(status) ? scan(said).map(kindIn) : []);
    const found = inBody.filter((each) => !own.has(kindIn(each)));
    return [...inHeaders, ...found.map((each) => `${each} in the body of ${status}`)];
  });
}

const kindIn = (found: string): string => found.split(' as ')[0] ?? '';

function foundInFiles(folder: string, canaries: readonly Canary[]): readonly string[] {
  const scan = scannerFor(canaries);
  return filesKept(folder).flatMap((name) =>
    scan(readKept(folder, name)).map((found) => `${found} in ${name}`),
  );
}

interface Stage {
  readonly simulator: Simulator;
  readonly folder: string;
  /** Of the applications that have been opened. */
  readonly references: string[];
  readonly start: (env?: Readonly<Record<string, string>>) => Promise<Process>;
}

/** Lets people do things with demos of their own, and looks at all that was written and answered. */
async function scanned(acts: (stage: Stage) => Promise<void>): Promise<readonly Answer[]> {
  const place = temporaryPlace();
  const folder = place.dataDirectory;
  const simulator = await startSimulator({ clock: () => NOVEMBER });
  const started: Process[] = [];
  const references: string[] = [];
  using watched = watchAnswers();
  const start: Stage['start'] = async (env = {}) => {
    const demo = await startProcess(simulator.url, { DATA_DIR: folder, ...env });
    started.push(demo);
    return demo;
  };
  try {
    await acts({ simulator, folder, references, start });
    const canaries = [...CANARIES, ...references.map((text) => ({ kind: 'a reference', text }))];
    const kept = foundInFiles(folder, canaries);
    await Promise.all(started.map((demo) => demo.end('SIGTERM')));
    const written = scannerFor(canaries)(started.map((demo) => demo.output()).join(''));
    const found = [
      ...written.map((each) => `${each} in what was logged`),
      ...[...kept, ...foundInFiles(folder, canaries), ...foundInAnswers(watched.answers, canaries)],
    ];
    assert.deepEqual([...new Set(found)], []);
    return watched.answers;
  } finally {
    await Promise.all(started.map((demo) => demo.end('SIGKILL')));
    await simulator.close();
    place.remove();
  }
}

const MESSAGE = {
  kalla: 'BT',
  felkod: '1',
  felmeddelande: `Fel för {personnummer} ${word('P1', 'Fel')}`,
} as const;
const FAULTS: readonly Faults[] = [
  { answer: { fault: true } },
  { answer: { malformed: true } },
  { answer: { doctype: true } },
  { answer: { oversize: 64 } },
  { FK: { error: MESSAGE }, CSN: { error: MESSAGE }, SO: { error: MESSAGE }, SKV: { error: MESSAGE } },
  { FK: { malformed: 'content' }, CSN: { malformed: 'encoding' } },
];

const OUTAGES: readonly Faults[] = [{ answer: { http: 502 } }, { answer: { reset: true } }];

describe('what is whose', () => {
  test('comes out nowhere in a whole journey of each person', async () => {
    const answers = await scanned(async ({ references, start }) => {
      const { url } = await start();
      for (const { id } of PERSONAS) references.push(await wholeJourney(url, id));
    });
    // It is there to be seen, for those who may.
    const shown = scannerFor(CANARIES)(answers.map(({ body }) => body).join('\n'));
    for (const { id } of PERSONAS)
      for (const kind of [`the amount that ${id} wrote for hyra as utf8`, 'a word that was written as utf8'])
        assert.ok(shown.includes(kind), kind);
    assert.ok(shown.includes('what is known of P4 as utf8'));
  });

  test('comes out nowhere when something is asked for that is not there, or in a way that is not right', async () => {
    const answers = await scanned(async ({ references, start }) => {
      const { url } = await start();
      for (const person of ['P2', 'P4']) references.push(await mishaps(url, person));
    });
    const statuses = new Set(answers.map(({ status }) => status));
    for (const status of [400, 401, 403, 404, 405, 409]) assert.ok(statuses.has(status), String(status));
  });

  test('comes out nowhere when SSBTEK fails or is not there, whatever it says of it', async () => {
    await scanned(async ({ simulator, start }) => {
      const demo = await start();
      for (const [index, faults] of FAULTS.entries()) {
        simulator.faults.set(faults);
        await fetchInVain(demo.url, `P${index + 1}`);
      }
      // In processes of their own: nobody is asked for a while when too many have failed.
      for (const faults of OUTAGES) {
        simulator.faults.set(faults);
        await fetchInVain((await start()).url, 'P8');
      }
      const { url } = await start();
      await simulator.close();
      assert.deepEqual(await fetchInVain(url, 'P9'), [502, 200, 502]);
    });
  });

  test('comes out nowhere when the database is emptied while people write', async () => {
    const answers = await scanned(async ({ folder, references, start }) => {
      const { url } = await start();
      references.push(await wholeJourney(url, 'P4'));
      const behind = new DatabaseSync(join(folder, 'kommunikationsyta.sqlite'), {
        enableForeignKeyConstraints: false,
      });
      const tables = behind.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
      const going = ['P5', 'P6'].map((person) => wholeJourney(url, person).catch(() => undefined));
      for (const { name } of tables)
        if (name !== 'sqlite_sequence') behind.exec(`DROP TABLE "${String(name)}"`);
      behind.close();
      await Promise.all(going);
      await wholeJourney(url, 'P7').catch(() => undefined);
    });
    assert.ok(answers.some(({ status }) => status === 500));
  });

  test('comes out nowhere when the process is killed while people write, and when it starts again', async () => {
    await scanned(async ({ folder, references, start }) => {
      for (const person of ['P1', 'P4', 'P9']) {
        const demo = await start();
        const writing = wholeJourney(demo.url, person).catch(() => undefined);
        const other = wholeJourney(demo.url, 'P6').catch(() => undefined);
        await until(() => demo.output().includes('POST /income'));
        await demo.end('SIGKILL');
        await Promise.all([writing, other]);
        assert.ok(filesKept(folder).includes('kommunikationsyta.sqlite-wal'));
      }
      const { url } = await start();
      references.push(await wholeJourney(url, 'P4'));
    });
  });

  test('comes out nowhere in PostgreSQL: in its log, with every statement, or in its files, also when it stops', async () => {
    const kind = await startKind('PostgreSQL');
    const place = await kind.place();
    let end = (): Promise<void> => kind.end();
    try {
      await scanned(async ({ references, start }) => {
        const { url } = await start({ DATABASE_URL: place.argument });
        for (const person of ['P1', 'P4', 'P12']) references.push(await wholeJourney(url, person));
        await place.sql('CHECKPOINT');
        const canaries = [...CANARIES, ...references.map((text) => ({ kind: 'a reference', text }))];
        assert.deepEqual(scannerFor(canaries)(kind.everything()), []);
        await end();
        end = () => Promise.resolve();
        await wholeJourney(url, 'P5').catch(() => undefined);
      });
    } finally {
      await end();
    }
  });
});

describe('the scan', () => {
  const canaries = [...CANARIES, { kind: 'a reference', text: 'EK-2026-0123456789AB' }];

  test('finds each canary in each encoding, wherever it begins', () => {
    const scan = scannerFor(canaries);
    for (const { kind, text } of canaries)
      for (const [encoding, encode] of Object.entries(ENCODINGS))
        for (const planted of encode(text))
          for (const before of ['', '"', ' x/']) {
            const place = Buffer.concat([Buffer.from(before), planted, Buffer.from('\n\xff')]);
            assert.ok(scan(place).includes(`${kind} as ${encoding}`), `${kind} as ${encoding}`);
          }
  });

  test('finds what stands in base64 among other things, and a number only where it is a number of its own', () => {
    const scan = scannerFor(canaries);
    for (const shift of [0, 1, 2, 3]) {
      const message = `${'x'.repeat(shift)}${word('P4', 'Fritext')} and more`;
      assert.deepEqual(scan(btoa(encodeURIComponent(message))), ['a word that was written as base64']);
    }
    const ore = String(amount('P4', 'hyra'));
    assert.notDeepEqual(scan(`{"net":${ore}}`), []);
    assert.deepEqual(scan(`a${ore}f`), []);
  });

  test('holds what it does not find for nothing', () => {
    assert.deepEqual(
      scannerFor(canaries)(JSON.stringify({ time: NOVEMBER, call: 'GET /income', status: 200 })),
      [],
    );
  });
});

async function until(isSo: () => boolean): Promise<void> {
  const signal = AbortSignal.timeout(300_000);
  while (!isSo()) {
    signal.throwIfAborted();
    await new Promise(setImmediate);
  }
}
