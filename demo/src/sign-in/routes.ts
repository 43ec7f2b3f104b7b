import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { signInRefusedPage } from '../pages/sign-in-refused.ts';
import { signInPage } from '../pages/sign-in.ts';
import { readForm } from '../security.ts';
import { clearSessionCookie, setSessionCookie, type Sessions, type TestPerson } from '../session.ts';
import { createSignInClient, newChecks, SignInCancelled, SignInFailed } from './client.ts';
import { LONGEST_PENDING, memoryPending } from './pending.ts';
import { ANSWER_PATH, onePerOrigin, type Registrations } from './registration.ts';
import { OUTCOME, pathToSignIn, readOutcome, readReturnTo, RETURN_TO, START } from './return-to.ts';

export interface SignInParts {
  readonly registrations: Registrations;
  readonly persons: readonly TestPerson[];
  readonly sessions: Sessions;
  readonly clock: () => Date;
}

const COOKIE = 'inloggning';
const PATH = '/logga-in';

/** The first page, and the way from it to a session and out again. */
export function signInRoutes({ registrations, persons, sessions, clock }: SignInParts): Hono {
  const pending = memoryPending(clock);
  const clientFor = onePerOrigin(registrations, createSignInClient);
  const app = new Hono();

  app.get('/', (c) => {
    const session = sessions.signedIn(c.req.raw);
    const returnTo = readReturnTo(c.req.query(RETURN_TO));
    return c.html(signInPage({ persons, session, returnTo, outcome: readOutcome(c.req.query(OUTCOME)) }));
  });

  app.post(PATH, async (c) => {
    const posted = await readForm(c.req.raw);
    const client = clientFor(c.req.url);
    if (!client) return refuse(c);
    const returnTo = readReturnTo(posted.get(RETURN_TO)) ?? START;
    const hint = persons.find(({ id }) => id === posted.get('person'))?.id;
    const checks = newChecks();
    try {
      const url = await client.begin(checks, hint);
      const browser = pending.browserOf(getCookie(c, COOKIE));
      pending.add({ browser, checks, returnTo });
      setCookie(c, COOKIE, browser, {
        httpOnly: true,
        sameSite: 'Lax',
        path: PATH,
        maxAge: LONGEST_PENDING,
      });
      return c.redirect(url.href, 303);
    } catch (error) {
      return giveUp(c, error, returnTo);
    }
  });

  app.get(ANSWER_PATH, async (c) => {
    const client = clientFor(c.req.url);
    const begun = pending.take(c.req.query('state'), getCookie(c, COOKIE));
    if (!client || !begun) return refuse(c);
    try {
      const identity = await client.end(new URL(c.req.url), begun.checks, begun.begunAt);
      const person = persons.find(({ personnummer }) => personnummer === identity.personnummer);
      if (!person) throw new SignInFailed('Nobody here is that person.');
      const before = sessions.signedIn(c.req.raw);
      if (before) sessions.end(before);
      setSessionCookie(c, await sessions.begin(person, identity));
      return c.redirect(begun.returnTo, 303);
    } catch (error) {
      return giveUp(c, error, begun.returnTo);
    }
  });

  app.post('/logga-ut', (c) => {
    const session = sessions.signedIn(c.req.raw);
    if (session) sessions.end(session);
    clearSessionCookie(c);
    return c.redirect('/', 303);
  });

  function refuse(c: Context): Response | Promise<Response> {
    return c.html(signInRefusedPage(sessions.signedIn(c.req.raw)), 400);
  }
  return app;
}

/** Back to the first page, which tells of it. */
function giveUp(c: Context, error: unknown, returnTo: string): Response {
  if (error instanceof SignInCancelled) return c.redirect(pathToSignIn(returnTo, 'avbruten'), 303);
  if (!(error instanceof SignInFailed)) throw error;
  // For the log, which tells no more than the name.
  c.error = error;
  return c.redirect(pathToSignIn(returnTo, 'misslyckad'), 303);
}
