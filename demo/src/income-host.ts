import { randomUUID } from 'node:crypto';
import {
  createIncomeHost,
  type IncomeHost,
  type Log,
  type Seal,
  type StatementsOf,
  type WhoIsAsking,
} from '@medborgarnavet/host';
import type { LookUpBackground } from '@medborgarnavet/model';
import { createSsbtek, type CertificateWarning, type SsbtekConfigInput } from '@medborgarnavet/ssbtek';
import { withBackground, withFetched, withWithdrawn, type Application } from './application.ts';
import type { KeptApplications } from './kept/applications.ts';
import type { Sessions } from './session.ts';

export interface IncomeHostParts {
  readonly ssbtek: SsbtekConfigInput;
  readonly sessions: Sessions;
  readonly applications: KeptApplications;
  readonly statements: StatementsOf;
  readonly seal: Seal;
  readonly clock: () => Date;
  /** The addresses that the pages have, for browsers that do not say themselves that a call comes from them. */
  readonly origins: readonly string[];
  readonly log?: Log | undefined;
  readonly warn?: ((warning: CertificateWarning) => void) | undefined;
}

/** What this municipality tells SSBTEK of itself. */
export const EXEMPELKOPING: Omit<SsbtekConfigInput, 'url'> = {
  ingivare: {
    organisationsnummer: '162120000000',
    namn: 'Exempelköpings kommun',
    handlaggare: 'e-ansokan',
  },
  aktorsid: 'EXEMPEL-01',
  syfte: 'Handläggning av ansökan om ekonomiskt bistånd',
  lagtext: '15 kap. 10–12 §§ socialtjänstlagen (2025:400), förordning (2008:975)',
};

export const INCOME_API = '/api/inkomst';

/** Where the page of an application asks. */
export function incomeEndpoint({ reference }: Pick<Application, 'reference'>): string {
  return `${INCOME_API}/${reference}`;
}

/**
 * The Inkomst API of this municipality, for the application that a page is of. Everything that the municipality has to
 * write for it is here. A page that was left open cannot fetch to another application, of the same person or another.
 */
export function incomeHosts({
  ssbtek,
  sessions,
  applications,
  statements,
  seal,
  clock,
  origins,
  log,
  warn,
}: IncomeHostParts): (reference: string) => IncomeHost {
  const { lookUpIncome, lookUpBackground } = createSsbtek({ config: ssbtek, clock, ...(warn && { warn }) });
  const common = {
    lookUpIncome,
    lookUpBackground: tellingOfBackground(lookUpBackground, applications, clock),
    statements: tellingOfFetches(statements, applications, clock),
    seal,
    clock,
    newId: () => randomUUID(),
    allowedOrigins: origins,
    ...(log && { log }),
  };
  return (reference) =>
    createIncomeHost({
      ...common,
      basePath: incomeEndpoint({ reference }),
      whoIsAsking: whoIsAsking(sessions, reference),
    });
}

/** An application that is handed in is not open any more, and another one is not the one that the page is of. */
function whoIsAsking(sessions: Sessions, asked: string): WhoIsAsking {
  return async (request) => {
    const session = await sessions.find(request);
    if (!session) return undefined;
    const { reference, openedAt, intent, handedIn } = session.application;
    return {
      personnummer: session.person.personnummer,
      ...(reference === asked && !handedIn && { application: { reference, openedAt, intent } }),
    };
  };
}

/** Each fetch, and each withdrawal, is told of among the application's events. */
function tellingOfFetches(
  statements: StatementsOf,
  applications: KeptApplications,
  clock: () => Date,
): StatementsOf {
  return (person) => {
    const store = statements(person);
    return {
      ...store,
      async remove(reference) {
        await store.remove(reference);
        await applications.change(person, reference, (application) => withWithdrawn(application, clock()));
      },
      async save(reference, statement, generation) {
        if (!(await store.save(reference, statement, generation))) return false;
        await applications.change(person, reference, (application) => withFetched(application, statement));
        return true;
      },
    };
  };
}

/** The same of each time that the person has looked at what lies behind the payments, which is itself kept nowhere. */
function tellingOfBackground(
  lookUpBackground: LookUpBackground,
  applications: KeptApplications,
  clock: () => Date,
): LookUpBackground {
  return async (question) => {
    const answer = await lookUpBackground(question);
    const now = clock();
    await applications.change(question, question.arende, (application) =>
      withBackground(application, answer, now),
    );
    return answer;
  };
}
