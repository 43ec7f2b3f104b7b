import {
  createIncomeHost,
  createSeal,
  memoryStatements,
  type Asking,
  type Audit,
  type DraftStore,
  type Limits,
  type LogEntry,
  type StatementsOf,
  type Submissions,
} from '@medborgarnavet/host';
import { singleParent } from '@medborgarnavet/mocks';
import {
  backgroundThatAnswered,
  backgroundThatFailed,
  problemTypeOf,
  type BackgroundBlock,
  type IncomeAnswer,
  type IncomeQuestion,
  type LookupProgress,
} from '@medborgarnavet/model';

export const PERSON = '189001019802';
export const OCTOBER = { period: { from: '2026-10-01', to: '2026-10-31' } };
export const clock = (): Date => new Date('2026-11-21T08:00:00Z');
export const application = { reference: 'EK-2026-1', openedAt: clock(), intent: 'apply' as const };
export const seal = createSeal(new Uint8Array(32).fill(7), 'test-1');

const background: readonly BackgroundBlock[] = [
  backgroundThatAnswered('AF', [{ kind: 'job-seeker', registered: true }]),
  backgroundThatFailed('TNS', 'timeout'),
];

/** Who asks; with a sign-in that is good enough, unless told. */
export type Who = Omit<Asking, 'signIn'> & Partial<Pick<Asking, 'signIn'>>;

export const SIGN_IN = { level: 'http://id.elegnamnden.se/loa/1.0/loa3', at: clock() };

export interface Settings {
  asking?: Who | undefined;
  /** Asked each time, in place of `asking`. */
  whoIsAsking?: () => Who | undefined;
  answer?: IncomeAnswer | (() => never);
  /** What is told while the lookup runs. */
  progress?: readonly LookupProgress[];
  /** The lookup waits for this. */
  gate?: Promise<void>;
  /** Of what lies behind. */
  protected?: boolean;
  /** The lookup answers when nobody waits any longer. */
  untilStopped?: boolean;
  drafts?: DraftStore;
  statements?: StatementsOf;
  submissions?: Submissions;
  audit?: Audit;
  limits?: Limits;
  now?: () => Date;
  allowedOrigins?: readonly string[];
  /** Where it is reached; `https://kommun.example` unless told. */
  base?: string;
  /** With stores that keep nothing, so that no route is left out. */
  everyRoute?: boolean;
}

const untouched = (): never => {
  throw new Error('Nothing is to be read or written here.');
};

/** No call comes so far. */
const EVERY_ROUTE = {
  drafts: { find: untouched, save: untouched, remove: untouched },
  submissions: { handIn: untouched, receiptOf: untouched },
  audit: { write: untouched, ofCase: untouched },
};

/** A host with one person signed in, unless the settings say otherwise. */
export function host(settings: Settings = {}) {
  const asked: IncomeQuestion[] = [];
  const log: LogEntry[] = [];
  const { answer = { sources: singleParent.sources, protectedIdentity: false } } = settings;
  let ids = 0;
  const incomeHost = createIncomeHost({
    basePath: '/api/inkomst',
    whoIsAsking: () => {
      const always = 'asking' in settings ? settings.asking : { personnummer: PERSON, application };
      const who = settings.whoIsAsking ? settings.whoIsAsking() : always;
      return Promise.resolve(who && { signIn: SIGN_IN, ...who });
    },
    lookUpIncome: (question, { report, signal } = {}) => {
      asked.push(question);
      for (const each of settings.progress ?? []) report?.(each);
      if (settings.untilStopped && signal) {
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve({ sources: [], protectedIdentity: false }));
        });
      }
      if (typeof answer === 'function') return Promise.reject(thrownBy(answer));
      return (settings.gate ?? Promise.resolve()).then(() => answer);
    },
    lookUpBackground: (question) => {
      asked.push(question);
      return Promise.resolve({ blocks: background, protectedIdentity: settings.protected ?? false });
    },
    statements: settings.statements ?? memoryStatements(clock),
    ...(settings.drafts && { drafts: settings.drafts }),
    ...(settings.submissions && { submissions: settings.submissions }),
    ...(settings.audit && { audit: settings.audit }),
    ...(settings.everyRoute && EVERY_ROUTE),
    ...(settings.allowedOrigins && { allowedOrigins: settings.allowedOrigins }),
    ...(settings.limits && { limits: settings.limits }),
    seal,
    clock: settings.now ?? clock,
    newId: () => `statement-${(ids += 1)}`,
    log: (entry) => log.push(entry),
  });
  const call = (method: string, path = '/income', init: RequestInit = {}) =>
    incomeHost.fetch(
      new Request(`${settings.base ?? 'https://kommun.example'}/api/inkomst${path}`, {
        method,
        headers: { 'sec-fetch-site': 'same-origin' },
        ...init,
      }),
    );
  const post = (body: unknown = OCTOBER, headers: Record<string, string> = {}, path = '/income') =>
    call('POST', path, {
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { fetch: (request: Request) => incomeHost.fetch(request), call, post, asked, log };
}

function thrownBy(action: () => never): Error {
  try {
    return action();
  } catch (error) {
    return error as Error;
  }
}

export const problem = async (response: Response) => [response.status, problemTypeOf(await response.json())];
