import { memoryStatements, type Log } from '@medborgarnavet/host';
import { MONEY_SOURCES } from '@medborgarnavet/model';
import type { CertificateWarning, SsbtekConfigInput } from '@medborgarnavet/ssbtek';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { contextStorage } from 'hono/context-storage';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { exampleRoutes } from './examples.ts';
import { tellingFrame } from './frame.ts';
import { INCOME_API, incomeHosts } from './income-host.ts';
import { EXAMPLES_PATH } from './pages/examples/example.ts';
import { isMessageStatus, messagePage } from './pages/message.ts';
import { signInPage } from './pages/sign-in.ts';
import { TEST_LEADER_PATH } from './pages/test-leader/parts.ts';
import { applicationRoutes } from './routes.ts';
import { onlyFromOwnPages, readForm, securityHeaders } from './security.ts';
import { clearSessionCookie, memorySessions, setSessionCookie, type TestPerson } from './session.ts';
import { integrityOf, staticFiles } from './static-files.ts';
import { pathOf } from './steps.ts';
import { testLeaderRoutes } from './test-leader/routes.ts';
import { TEST_API, testPersons } from './test-leader/test-persons.ts';

export interface AppParts {
  readonly ssbtek: SsbtekConfigInput;
  readonly persons: readonly TestPerson[];
  readonly script: Uint8Array;
  readonly clock: () => Date;
  /** Whether a simulator answers for SSBTEK: see {@link DemoOptions}. */
  readonly isSimulated?: boolean;
  /** The addresses under which the pages are reached. */
  readonly origins: readonly string[];
  readonly log?: Log;
  readonly warn?: (warning: CertificateWarning) => void;
}

/** The whole e-service: pages, the Inkomst API, and the files that pages load. */
export function createApp(options: AppParts): Hono {
  const { ssbtek, persons, script, clock, isSimulated = false, origins, log, warn } = options;
  const sessions = memorySessions(clock);
  const statements = memoryStatements(clock);
  const incomeHost = incomeHosts({ ssbtek, sessions, statements, clock, origins, log, warn });
  // Only version 11 asks Skatteverket; the element itself leaves it out.
  const sources = ssbtek.version === 11 ? [...MONEY_SOURCES, 'SKV'].join(' ') : undefined;

  const app = new Hono();
  app.use(securityHeaders, contextStorage(), tellingFrame({ forTestLeaders: isSimulated }));
  app.all(`${INCOME_API}/:reference/*`, (c) => incomeHost(c.req.param('reference')).fetch(c.req.raw));
  // Asked without sign-in, so there must be nobody real behind it.
  const people = isSimulated ? testPersons({ ssbtek, persons, clock, origins, log }) : undefined;
  if (people) {
    const fetchAs = (c: Context, person: string) => people.host(person)?.fetch(c.req.raw) ?? c.notFound();
    app.all(`${TEST_API}/:person/*`, (c) => fetchAs(c, c.req.param('person')));
  }
  if (log) app.use(logging(log, clock));
  app.use(onlyFromOwnPages);
  app.get('/', (c) => c.html(signInPage(persons, sessions.find(c.req.raw))));
  app.post('/logga-in', async (c) => {
    const wanted = (await readForm(c.req.raw)).get('person');
    const person = persons.find(({ id }) => id === wanted);
    if (!person) return c.redirect('/', 303);
    const before = sessions.find(c.req.raw);
    if (before) sessions.end(before);
    setSessionCookie(c, sessions.begin(person));
    return c.redirect(pathOf('hushall'), 303);
  });
  app.post('/logga-ut', (c) => {
    const session = sessions.find(c.req.raw);
    if (session) sessions.end(session);
    clearSessionCookie(c);
    return c.redirect('/', 303);
  });
  const integrity = integrityOf(script);
  const parts = { sessions, statements, clock, integrity, sources };
  app.route('/ansokan', applicationRoutes(parts));
  app.route(EXAMPLES_PATH, exampleRoutes(parts));
  if (people) app.route(TEST_LEADER_PATH, testLeaderRoutes({ ...parts, testPersons: people }));
  app.route('/static', staticFiles(script));
  app.notFound((c) => c.html(messagePage(404), 404));
  app.onError((error, c) => {
    const status = error instanceof HTTPException && isMessageStatus(error.status) ? error.status : 500;
    return c.html(messagePage(status), status);
  });
  return app;
}

/** Tells the route and not the address, which may hold anything. An error is told by its kind alone. */
function logging(log: Log, clock: () => Date): MiddlewareHandler {
  return async (c, next) => {
    const started = clock();
    await next();
    const route = matchedRoutes(c).at(-1)?.path ?? '';
    log({
      time: started.toISOString(),
      call: route.includes('*') ? 'other' : `${c.req.method} ${route}`,
      status: c.res.status,
      duration: clock().getTime() - started.getTime(),
      ...(c.error && { detail: c.error.name }),
    });
  };
}
