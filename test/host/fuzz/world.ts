import { createIncomeHost, vaultDrafts, vaultStatements, type SignIn } from '@medborgarnavet/host';
import { startServer } from '@medborgarnavet/host/server.ts';
import { payment } from '@medborgarnavet/mocks';
import { backgroundThatAnswered, LookupFailed, sourceThatAnswered } from '@medborgarnavet/model';
import { AsyncLocalStorage } from 'node:async_hooks';
import { OCTOBER, seal, SIGN_IN } from '../host.ts';
import { keptHost } from '../kept.ts';
import { BASE, PEOPLE, type Action, type Step } from './steps.ts';
import { sender, type Answered, type Sent } from './sender.ts';

/** Open, or how it was closed. It never opens again. */
export type CaseState = 'open' | 'handed-in' | 'removed';

export interface FuzzedCase {
  readonly reference: string;
  state: CaseState;
}

export interface Person {
  readonly personnummer: string;
  /** Of the session that is alive. */
  session: string | undefined;
  /** The newest is last. */
  readonly cases: FuzzedCase[];
}

/** What a host knows of a request while it is being answered. */
interface Context {
  readonly session: string;
  /** Done while the lookup runs. */
  readonly during: () => Promise<unknown>;
  /** The authorities cannot be asked. */
  readonly fails: boolean;
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/**
 * A host on a real socket with a real database, where three people sign in and out, remove their applications and hand them in.
 * `broken` tells of each rule that has been broken, without stopping.
 */
export async function startWorld() {
  const kept = await keptHost();
  const broken: string[] = [];
  const people = PEOPLE.map((personnummer): Person => ({ personnummer, session: undefined, cases: [] }));
  const contexts = new AsyncLocalStorage<Context>();
  const waiting = new Map<string, { readonly context: Context; readonly arrived: () => void }>();
  const etags = new Map<string, string>();
  let names = 0;

  const signIn: SignIn = SIGN_IN;
  const personOf = (session: string) => people.find((person) => person.session === session);
  const find = (person: Person, reference: string) => person.cases.find((one) => one.reference === reference);

  /** Each call to the authorities must be one that may be made at that very moment. */
  async function lookUp(question: {
    readonly personnummer: string;
    readonly arende: string;
  }): Promise<number> {
    const context = contexts.getStore();
    const person = context && personOf(context.session);
    const which = person && find(person, question.arende);
    if (person?.personnummer !== question.personnummer || which?.state !== 'open')
      broken.push(`the authorities were asked without permission (${which?.state ?? 'no session'})`);
    await context?.during();
    if (context?.fails === true) throw new LookupFailed('connection');
    return PEOPLE.findIndex((each) => each === question.personnummer);
  }

  const host = createIncomeHost({
    basePath: BASE,
    whoIsAsking: (request) => {
      const person = personOf(request.headers.get('x-session') ?? '');
      const which = person && find(person, request.headers.get('x-application') ?? '');
      if (!person) return Promise.resolve(undefined);
      const { personnummer } = person;
      const open = which?.state === 'open' && {
        application: { reference: which.reference, openedAt: signIn.at, intent: 'apply' as const },
      };
      const handedIn = which?.state === 'handed-in' && { handedIn: { reference: which.reference } };
      return Promise.resolve({ personnummer, signIn, ...open, ...handedIn });
    },
    lookUpIncome: async (question) => {
      const index = await lookUp(question);
      const payments = [payment('FK', 'ABB', 'Barnbidrag', amountOf(index))];
      return { sources: [sourceThatAnswered('FK', payments)], protectedIdentity: false };
    },
    lookUpBackground: async (question) => {
      await lookUp(question);
      return {
        blocks: [backgroundThatAnswered('AF', [{ kind: 'job-seeker', registered: true }])],
        protectedIdentity: false,
      };
    },
    statements: vaultStatements(kept.vault),
    drafts: vaultDrafts(kept.vault, kept.now),
    submissions: kept.submissions,
    audit: kept.audit,
    seal,
    clock: kept.now,
    newId: () => `statement-${(names += 1)}`,
  });
  const server = await startServer({
    port: 0,
    checks: {},
    fetch: (request) => {
      const found = waiting.get(request.headers.get('x-fuzz') ?? '');
      if (!found) return host.fetch(request);
      found.arrived();
      return contexts.run(found.context, () => host.fetch(request));
    },
  });
  const send = sender(server.url);

  function ready(person: Person): FuzzedCase {
    person.session ??= `session-${(names += 1)}`;
    const newest = person.cases.at(-1);
    if (newest?.state === 'open') return newest;
    const opened: FuzzedCase = { reference: `EK-${(names += 1)}`, state: 'open' };
    person.cases.push(opened);
    return opened;
  }

  /** As a page of the application sends it. */
  const plain = (person: Person, which: FuzzedCase, method: string, path: string, body?: object) =>
    send({
      ...{ method, path: BASE + path },
      headers: {
        'sec-fetch-site': 'same-origin',
        'x-session': person.session ?? '',
        'x-application': which.reference,
        ...(body && {
          'content-type': 'application/json',
          'idempotency-key': `nyckel-${which.reference}-00000`,
        }),
      },
      pieces: body ? [Buffer.from(JSON.stringify(body))] : [],
    });

  async function act(action: Action, person: Person, which: FuzzedCase): Promise<void> {
    if (action === 'sign-out') person.session = undefined;
    if (action === 'withdraw') await plain(person, which, 'DELETE', '/income');
    if (action === 'delete-draft') await plain(person, which, 'DELETE', '/draft');
    if (action === 'start-over' && which.state === 'open') {
      which.state = 'removed';
      await kept.vault.removeAll({ personnummer: person.personnummer, reference: which.reference });
    }
    if (action === 'hand-in' && which.state === 'open') {
      const statement = await plain(person, which, 'GET', '/income');
      const from =
        statement.status === 200 ? (JSON.parse(statement.text) as { id: string; seal: string }) : undefined;
      const { status } = await plain(person, which, 'POST', '/submission', {
        ...{ version: 1, name: 'inkomster', ...OCTOBER, fields: [], declared: true },
        ...(from && { statement: { id: from.id, seal: from.seal } }),
      });
      if (status === 200) which.state = 'handed-in';
    }
  }

  return {
    ...{ kept, people, broken, ready, find, act },
    etagOf: (reference: string): string | undefined => etags.get(reference),
    /** What a page would know by an answer. */
    learn({ method, path }: Step, reference: string, { status, headers }: Answered): void {
      if (typeof headers['etag'] === 'string') etags.set(reference, headers['etag']);
      if (status !== 200 || `${method} ${path}` !== 'POST /submission') return;
      for (const { cases } of people)
        for (const one of cases) if (one.reference === reference) one.state = 'handed-in';
    },
    /** Sends a request in pieces. `between` is done when the host has its head and the first piece, before the last. */
    async send(sent: Sent, context: Context, between: () => Promise<unknown>): Promise<Answered> {
      const id = `request-${(names += 1)}`;
      const arrived = new Promise<void>((resolve) => waiting.set(id, { context, arrived: resolve }));
      try {
        return await send({ ...sent, headers: { ...sent.headers, 'x-fuzz': id } }, async (answered) => {
          await Promise.race([arrived, answered]);
          await between();
        });
      } finally {
        waiting.delete(id);
      }
    },
    async [Symbol.asyncDispose]() {
      send.close();
      await server.stop();
      await kept[Symbol.asyncDispose]();
    },
  };
}

/** In kronor; no two people have the same. */
export const amountOf = (index: number): number => 7_654_321 + 1_111_111 * index;
