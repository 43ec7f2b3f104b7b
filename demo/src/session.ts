import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';
import type { Application } from './application.ts';
import type { Kept, KeptApplications } from './kept/applications.ts';
import { KeptUnreadable } from './kept/unreadable.ts';
import type { Identity } from './sign-in/claims.ts';
import type { StepId } from './steps.ts';

/** An invented person. */
export interface TestPerson {
  readonly id: string;
  readonly title: string;
  /** What there is to see when signed in as this person. */
  readonly exercises: string;
  readonly personnummer: string;
}

/** How a person showed who they are. */
export type SignIn = Pick<Identity, 'subject' | 'level' | 'signedInAt'>;

/** Whoever is signed in, also when no application of theirs can be read. */
export interface SignedIn extends SignIn {
  readonly id: string;
  readonly person: TestPerson;
  /** As it was when it was last read or saved. */
  application?: Application;
}

export interface Session extends SignedIn {
  application: Application;
  /** The reference of the application that was handed in or removed before it. */
  after?: string;
  /** How the application stood when the person signed in, if it had been begun before; until they go on with it. */
  begun?: Kept['begun'] | undefined;
  /** What was posted and could not be saved, until its page has told of it. */
  refused?: Refused | undefined;
}

export interface Refused {
  readonly step: StepId;
  readonly posted: URLSearchParams;
}

/** Who is signed in: in memory, so that everybody is signed out when the demo stops. */
export interface Sessions {
  /** Begins a session with an id that nobody has seen, and the application that the person has open, or else a new one. */
  begin(person: TestPerson, signIn: SignIn): Promise<SignedIn>;
  /** Who is signed in. Asks no database. */
  signedIn(request: Request): SignedIn | undefined;
  /**
   * The session that the request's cookie names, with its application as it has been saved from any browser.
   * @throws KeptUnreadable when that cannot be read.
   */
  find(request: Request): Promise<Session | undefined>;
  end(session: SignedIn): void;
}

const COOKIE = 'session';
const LIFETIME = 8 * 60 * 60 * 1000;

export function memorySessions(clock: () => Date, applications: KeptApplications): Sessions {
  const sessions = new Map<string, SignedIn | Session>();
  const purge = (): void => {
    const now = clock().getTime();
    for (const { id, signedInAt } of sessions.values()) {
      if (signedInAt.getTime() + LIFETIME <= now) sessions.delete(id);
    }
  };
  const named = (request: Request): SignedIn | Session | undefined => {
    purge();
    const id = parse(request.headers.get('cookie') ?? '', COOKIE)[COOKIE];
    return id === undefined ? undefined : sessions.get(id);
  };
  return {
    async begin(person, { subject, level, signedInAt }) {
      // What cannot be read is told of by the page that comes next.
      const kept = await applications.open(person).catch((error: unknown) => {
        if (error instanceof KeptUnreadable) return undefined;
        throw error;
      });
      purge();
      const id = randomBytes(32).toString('base64url');
      const session: SignedIn = { id, person, subject, level, signedInAt, ...kept };
      sessions.set(id, session);
      return session;
    },
    signedIn: named,
    async find(request) {
      const session = named(request);
      if (!session) return undefined;
      if (isOpen(session) && session.application.handedIn) return session;
      const kept = await applications.open(session.person);
      if (!sessions.has(session.id)) return undefined;
      if (!isOpen(session)) return Object.assign(session, kept);
      takeOver(session, kept.application);
      return session;
    },
    end({ id }) {
      sessions.delete(id);
    },
  };
}

function isOpen(session: SignedIn): session is Session {
  return session.application !== undefined;
}

/** What was said of another application is not said of this one. */
function takeOver(session: Session, application: Application): void {
  if (session.application.reference !== application.reference) {
    session.begun = undefined;
    session.refused = undefined;
  }
  session.application = application;
}

/**
 * Not `Secure` and without the `__Host-` prefix, since the demo is plain http on localhost and not every browser keeps
 * a `Secure` cookie there. A real e-service, on https, has both.
 */
export function setSessionCookie(c: Context, { id }: SignedIn): void {
  setCookie(c, COOKIE, id, { httpOnly: true, sameSite: 'Lax', path: '/' });
}

export function clearSessionCookie(c: Context): void {
  deleteCookie(c, COOKIE, { path: '/' });
}
