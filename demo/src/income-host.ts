import { randomBytes, randomUUID } from 'node:crypto';
import {
  createIncomeHost,
  createSeal,
  type IncomeHost,
  type Log,
  type StatementStore,
  type WhoIsAsking,
} from '@medborgarnavet/host';
import { createSsbtek, type SsbtekConfigInput } from '@medborgarnavet/ssbtek';
import { withFetched } from './application.ts';
import type { Sessions } from './session.ts';

export interface IncomeHostParts {
  readonly ssbtekUrl: string;
  readonly sessions: Sessions;
  readonly statements: StatementStore;
  readonly clock: () => Date;
  /** The addresses that the pages have, for browsers that do not say themselves that a call comes from them. */
  readonly origins: readonly string[];
  readonly log?: Log | undefined;
}

export const INCOME_API = '/api/inkomst';

/** The Inkomst API of this municipality. Everything that it has to write for it is here. */
export function incomeHost({
  ssbtekUrl,
  sessions,
  statements,
  clock,
  origins,
  log,
}: IncomeHostParts): IncomeHost {
  return createIncomeHost({
    basePath: INCOME_API,
    lookUpIncome: createSsbtek({ config: ssbtekConfig(ssbtekUrl), clock }),
    statements: tellingOfFetches(statements, sessions),
    seal: createSeal(randomBytes(32), 'demo-1'),
    clock,
    newId: () => randomUUID(),
    whoIsAsking: whoIsAsking(sessions),
    allowedOrigins: origins,
    ...(log && { log }),
  });
}

function ssbtekConfig(url: string): SsbtekConfigInput {
  return {
    url,
    ingivare: {
      organisationsnummer: '162120000000',
      namn: 'Exempelköpings kommun',
      handlaggare: 'e-ansokan',
    },
    aktorsid: 'EXEMPEL-01',
    syfte: 'Handläggning av ansökan om ekonomiskt bistånd',
    lagtext: '15 kap. 10–12 §§ socialtjänstlagen (2025:400), förordning (2008:975)',
  };
}

/** An application that is handed in is not open any more: nothing can be fetched to it. */
function whoIsAsking(sessions: Sessions): WhoIsAsking {
  return (request) => {
    const session = sessions.find(request);
    if (!session) return Promise.resolve(undefined);
    const { reference, openedAt, intent, handedIn } = session.application;
    return Promise.resolve({
      personnummer: session.person.personnummer,
      ...(!handedIn && { application: { reference, openedAt, intent } }),
    });
  };
}

/** Each fetch is told of among the application's events. */
function tellingOfFetches(statements: StatementStore, sessions: Sessions): StatementStore {
  return {
    find: (reference) => statements.find(reference),
    async save(reference, statement) {
      await statements.save(reference, statement);
      const session = sessions.findByApplication(reference);
      if (session) session.application = withFetched(session.application, statement);
    },
  };
}
