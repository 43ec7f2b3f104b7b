import { Problem } from './problem.ts';

/**
 * Why somebody asks. Försäkringskassan's terms allow SSBTEK to be asked only for an application that is meant to be
 * handed in, never for looking around (facts §2.1).
 */
export type Intent = 'apply' | 'browse';

/** An application that has been opened and not yet handed in: without one, no authority is asked (DESIGN rule 7). */
export interface OpenApplication {
  /** Unique within the municipality, at most 31 characters, and without meaning: it is sent to the authorities. */
  readonly reference: string;
  readonly openedAt: Date;
  readonly intent: Intent;
}

/** How a person showed who they are, as the host's own sign-in has established it. */
export interface SignIn {
  /** The level of assurance (`acr`), for instance `http://id.elegnamnden.se/loa/1.0/loa3`. */
  readonly level: string;
  /** When the person showed who they are (`auth_time`), and not when the session was last used. */
  readonly at: Date;
}

/** Who is asking, as the host's own sign-in has established it. */
export interface Asking {
  /** Personnummer or samordningsnummer, 12 digits, from a verified e-legitimation. */
  readonly personnummer: string;
  readonly signIn: SignIn;
  /** The application that this person has open; absent when there is none. */
  readonly application?: OpenApplication;
  /** The one that this person has handed in, while they look at its receipt: nothing is fetched to it or changed in it. */
  readonly handedIn?: Pick<OpenApplication, 'reference'>;
}

/** Whose application it is, and which. */
export interface Case extends Pick<Asking, 'personnummer'>, Pick<OpenApplication, 'reference'> {}

/** The purpose gate: lets nobody past who has not an application open that is meant to be handed in. */
export function requireApplication({ application }: Asking): OpenApplication {
  if (!application) throw new Problem('no-application');
  if (application.intent !== 'apply') throw new Problem('purpose-refused');
  return application;
}

/** The case of who has passed the purpose gate. @throws Problem as {@link requireApplication}. */
export function caseOf(asking: Asking): Case {
  return { personnummer: asking.personnummer, reference: requireApplication(asking).reference };
}

/** The case that may be looked back on: the one that is open, or else the one that is handed in. @throws Problem `no-application`. */
export function caseToLookBackOn(asking: Asking): Case {
  const { personnummer, handedIn, application } = asking;
  return handedIn && !application ? { personnummer, reference: handedIn.reference } : caseOf(asking);
}

/** Supplied by the host: reads its own session. Undefined when nobody is signed in. */
export type WhoIsAsking = (request: Request) => Promise<Asking | undefined>;
