import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';
import { openApplication, type Application } from './application.ts';
import type { Identity } from './sign-in/claims.ts';

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

export interface Session extends SignIn {
  readonly id: string;
  readonly person: TestPerson;
  /** Replaced as a whole with every change. */
  application: Application;
}

/** Who is signed in: in memory, so that nothing is left when the demo stops. */
export interface Sessions {
  /** Begins a session with an id that nobody has seen, and an opened application. */
  begin(person: TestPerson, signIn: SignIn): Session;
  /** The session that the request's cookie names. */
  find(request: Request): Session | undefined;
  findByApplication(reference: string): Session | undefined;
  end(session: Session): void;
}

const COOKIE = 'session';
const LIFETIME = 8 * 60 * 60 * 1000;

export function memorySessions(clock: () => Date): Sessions {
  const sessions = new Map<string, Session>();
  const purge = (): void => {
    const now = clock().getTime();
    for (const { id, signedInAt } of sessions.values()) {
      if (signedInAt.getTime() + LIFETIME <= now) sessions.delete(id);
    }
  };
  return {
    begin(person, { subject, level, signedInAt }) {
      purge();
      const id = randomBytes(32).toString('base64url');
      const application = openApplication(clock());
      const session: Session = { id, person, subject, level, signedInAt, application };
      sessions.set(id, session);
      return session;
    },
    find(request) {
      purge();
      const id = parse(request.headers.get('cookie') ?? '', COOKIE)[COOKIE];
      return id === undefined ? undefined : sessions.get(id);
    },
    findByApplication: (reference) =>
      [...sessions.values()].find(({ application }) => application.reference === reference),
    end({ id }) {
      sessions.delete(id);
    },
  };
}

/**
 * Not `Secure` and without the `__Host-` prefix, since the demo is plain http on localhost and not every browser keeps
 * a `Secure` cookie there. A real e-service, on https, has both.
 */
export function setSessionCookie(c: Context, { id }: Session): void {
  setCookie(c, COOKIE, id, { httpOnly: true, sameSite: 'Lax', path: '/' });
}

export function clearSessionCookie(c: Context): void {
  deleteCookie(c, COOKIE, { path: '/' });
}
