import { randomUUID } from 'node:crypto';
import {
  createIncomeHost,
  createLimits,
  type Audit,
  type DraftStore,
  type IncomeHost,
  type Log,
  type Seal,
  type StatementsOf,
  type Submissions,
  type WhoIsAsking,
} from '@medborgarnavet/host';
import { createSsbtek, type SsbtekWarning, type SsbtekConfigInput } from '@medborgarnavet/ssbtek';
import type { Application } from './application.ts';
import type { Sessions } from './session.ts';

export interface IncomeHostParts {
  readonly ssbtek: SsbtekConfigInput;
  readonly sessions: Sessions;
  readonly statements: StatementsOf;
  readonly drafts: DraftStore;
  readonly submissions: Submissions;
  readonly audit: Audit;
  readonly seal: Seal;
  readonly clock: () => Date;
  /** The addresses that the pages have, for browsers that do not say themselves that a call comes from them. */
  readonly origins: readonly string[];
  readonly log?: Log | undefined;
  readonly warn?: ((warning: SsbtekWarning) => void) | undefined;
}

/** What this municipality tells SSBTEK of itself. */
export const EXEMPELKOPING = {
  ingivare: {
    organisationsnummer: '162120000000',
    namn: 'Exempelköpings kommun',
    handlaggare: 'e-ansokan',
  },
  aktorsid: 'EXEMPEL-01',
  syfte: 'Handläggning av ansökan om ekonomiskt bistånd',
  lagtext: '15 kap. 10–12 §§ socialtjänstlagen (2025:400), förordning (2008:975)',
} satisfies Omit<SsbtekConfigInput, 'url'>;

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
  statements,
  drafts,
  submissions,
  audit,
  seal,
  clock,
  origins,
  log,
  warn,
}: IncomeHostParts): (reference: string) => IncomeHost {
  const { lookUpIncome, lookUpBackground } = createSsbtek({ config: ssbtek, clock, ...(warn && { warn }) });
  const common = {
    lookUpIncome,
    lookUpBackground,
    statements,
    drafts,
    submissions,
    audit,
    purpose: EXEMPELKOPING.syfte,
    limits: createLimits(),
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
    const { person, level, signedInAt, application } = session;
    const { reference, openedAt, intent, handedIn } = application;
    return {
      personnummer: person.personnummer,
      signIn: { level, at: signedInAt },
      ...(reference === asked &&
        (handedIn ? { handedIn: { reference } } : { application: { reference, openedAt, intent } })),
    };
  };
}
