import {
  createAudit,
  createIncomeHost,
  createSubmissions,
  createVault,
  vaultDrafts,
  vaultStatements,
  type LogEntry,
} from '@medborgarnavet/host';
import { openSqliteStore } from '@medborgarnavet/host/sqlite.ts';
import { IncomeStatement, type LookUpBackground, type LookUpIncome } from '@medborgarnavet/model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryHeads } from './audit/memory-audit.ts';
import { application, OCTOBER, PERSON, seal, SIGN_IN } from './host.ts';
import { FORM, signer } from './kept.ts';
import { fakeClock, KEYS } from './kommunikationsyta/stores.ts';

/** Who tells of the person, and what is asked on the way there. */
export interface Sources {
  readonly lookUpIncome: LookUpIncome;
  readonly lookUpBackground: LookUpBackground;
}

/** All that can be seen of what a host does: answers to the byte, calls to its ports in order, log entries. */
export interface Seen {
  readonly answers: readonly string[];
  readonly calls: readonly string[];
  readonly log: readonly LogEntry[];
}

const JSON_FROM_PAGE = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
const { reference } = application;

/** Takes a person through every route, in the ways that a page can. The same clock and ids for whoever it is. */
export async function journey(sourcesOf: (calls: string[]) => Sources): Promise<Seen> {
  const [answers, calls, log]: [string[], string[], LogEntry[]] = [[], [], []];
  const folder = mkdtempSync(join(tmpdir(), 'twins-'));
  const stores = await openSqliteStore({ file: join(folder, 'kommunikationsyta.sqlite') });
  const clock = fakeClock();
  const vault = createVault({ store: recorded('records', stores.records, calls), keys: KEYS, clock });
  const store = recorded('audit', stores.audit, calls);
  const audit = createAudit({ store, keys: KEYS, clock, heads: recorded('heads', memoryHeads(), calls) });
  const statements = vaultStatements(recorded('vault', vault, calls));
  const drafts = vaultDrafts(recorded('vault', vault, calls), clock);
  let ids = 0;
  const common = { statements, seal: recorded('seal', seal, calls), clock, audit };
  const newId = (): string => `id-${(ids += 1)}-of-them`;
  const submissions = createSubmissions({
    ...{ ...common, vault: recorded('vault', vault, calls), signer: recorded('signer', signer, calls) },
    ...{ newId, municipality: 'Exempelköpings kommun', form: FORM },
  });
  let isOpen = true;
  const host = createIncomeHost({
    ...{ ...common, ...recordedSources(sourcesOf(calls), calls), drafts, submissions, newId },
    basePath: '/api/inkomst',
    whoIsAsking: () =>
      Promise.resolve({
        ...{ personnummer: PERSON, signIn: SIGN_IN },
        ...(isOpen ? { application } : { handedIn: { reference } }),
      }),
    log: (entry) => log.push(entry),
  });

  async function ask(method: string, path: string, body?: unknown, headers: object = {}): Promise<string> {
    clock.pass(1000);
    const sent = {
      headers: { ...JSON_FROM_PAGE, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    const response = await host.fetch(
      new Request(`https://kommun.example/api/inkomst${path}`, { method, ...sent }),
    );
    const text = await response.text();
    answers.push(
      [`${method} ${path}`, response.status, JSON.stringify([...response.headers]), text].join('\n'),
    );
    return text;
  }
  const handIn = (statement: IncomeStatement | undefined, fields: readonly unknown[], key: string) =>
    ask(
      'POST',
      '/submission',
      {
        ...{ version: 1, name: 'inkomster', ...OCTOBER, fields, declared: true },
        ...(statement && { statement: { id: statement.id, seal: statement.seal } }),
      },
      { 'idempotency-key': `nyckel-0123456789-${key}` },
    );

  await ask('GET', '/income');
  await ask('POST', '/income', OCTOBER);
  await ask('POST', '/income', OCTOBER, { accept: 'application/x-ndjson' });
  await ask('POST', '/background', OCTOBER);
  await ask('POST', '/background', { period: {} });
  const first = IncomeStatement.safeParse(parsed(await ask('GET', '/income'))).data;
  const draft = { version: 1, fields: [['inkomster.fritext', 'Sålde en cykel']] };
  await ask('PUT', '/draft', draft, { 'if-none-match': '*' });
  await ask('PUT', '/draft', { ...draft, fields: [] }, { 'if-none-match': '*' });
  await ask('GET', '/draft');
  await ask('DELETE', '/draft');
  await ask('DELETE', '/income');
  await handIn(first, [], 'withdrawn');
  await ask('POST', '/income', OCTOBER);
  const second = IncomeStatement.safeParse(parsed(await ask('GET', '/income'))).data;
  for (const [key, amount] of ['1250.00', '0.00', 'mycket'].entries())
    await handIn(second, [['inkomster.fk.barnbidrag.retrieved', amount]], `changed-${key}`);
  await handIn(second, [['inkomster.fk.barnbidrag.corrected', 'tusen']], 'unreadable');
  await handIn(second, [['inkomster.fk.barnbidrag.corrected', '1325.00'], ...draft.fields], 'right');
  isOpen = false;
  await handIn(second, [['inkomster.fritext', 'Något annat']], 'again');
  for (const path of ['/income', '/draft', '/access-log']) await ask('GET', path);
  await ask('POST', '/income', OCTOBER);
  const { count } = await stores.outbox.waiting();
  calls.push(`${count} to deliver`);
  await stores.close();
  rmSync(folder, { recursive: true });
  return { answers, calls, log };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What was asked, and not what was answered, which is what the twins differ in. */
function recordedSources({ lookUpIncome, lookUpBackground }: Sources, calls: string[]): Sources {
  return {
    lookUpIncome(question, options) {
      calls.push(`lookUpIncome ${JSON.stringify(question)} ${Object.keys(options ?? {}).join()}`);
      return lookUpIncome(question, options);
    },
    lookUpBackground(question) {
      calls.push(`lookUpBackground ${JSON.stringify(question)}`);
      return lookUpBackground(question);
    },
  };
}

/** A port that writes down every call to it. What is encrypted is told by its size. */
function recorded<T extends object>(name: string, port: T, calls: string[]): T {
  return new Proxy(port, {
    get(target, method, receiver) {
      const value: unknown = Reflect.get(target, method, receiver);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        calls.push(`${name}.${String(method)} ${JSON.stringify(args, bySize)}`);
        return Reflect.apply(value, target, args);
      };
    },
  });
}

function bySize(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  const own = this[key];
  return own instanceof Uint8Array ? `${own.length} bytes` : value;
}
