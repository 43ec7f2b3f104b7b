import { StoreUnavailable, type Log } from '@medborgarnavet/host';
import { MONEY_SOURCES } from '@medborgarnavet/model';
import type { SsbtekWarning, SsbtekConfigInput } from '@medborgarnavet/ssbtek';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { contextStorage } from 'hono/context-storage';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { exampleRoutes } from './examples.ts';
import { tellingFrame } from './frame.ts';
import { INCOME_API, incomeHosts } from './income-host.ts';
import { EXAMPLES_PATH } from './pages/examples/example.ts';
import { isMessageStatus, messagePage, type MessageStatus } from './pages/message.ts';
import { TEST_LEADER_PATH } from './pages/test-leader/parts.ts';
import { applicationRoutes } from './routes.ts';
import { onlyFromOwnPages, postedIn, securityHeaders } from './security.ts';
import { memorySessions, type TestPerson } from './session.ts';
import { providerRoutes } from './sign-in/provider-routes.ts';
import { PROVIDER_PATH, register } from './sign-in/registration.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { unreadablePage } from './pages/unreadable.ts';
import { KeptUnreadable } from './kept/unreadable.ts';
import { changesOf } from './changes.ts';
import { keptApplications } from './kept/applications.ts';
import { keptDrafts } from './kept/drafts.ts';
import type { Place } from './kept/place.ts';
import { keptStatements } from './kept/statements.ts';
import { integrityOf, staticFiles } from './static-files.ts';
import { testLeaderRoutes } from './test-leader/routes.ts';
import { TEST_API, testPersons } from './test-leader/test-persons.ts';

export interface AppParts {
  readonly ssbtek: SsbtekConfigInput;
  readonly persons: readonly TestPerson[];
  readonly script: Uint8Array;
  readonly clock: () => Date;
  /** Where everything that is kept lies. */
  readonly place: Omit<Place, 'close'>;
  /** Whether a simulator answers for SSBTEK: see {@link DemoOptions}. */
  readonly isSimulated?: boolean;
  /** The addresses under which the pages are reached. */
  readonly origins: readonly string[];
  readonly log?: Log;
  readonly warn?: (warning: SsbtekWarning) => void;
}

/** The whole e-service: pages, the Inkomst API, and the files that pages load. */
export function createApp(options: AppParts): Pick<Hono, 'fetch' | 'routes'> {
  const { ssbtek, persons, script, clock, place, isSimulated = false, origins, log, warn } = options;
  const onUnreadable = (kind: string): void =>
    log?.({ time: clock().toISOString(), call: 'other', status: 500, duration: 0, detail: kind });
  const { vault, submissions, audit, seal } = place;
  const statements = keptStatements({ vault, onUnreadable });
  const applications = keptApplications({
    ...{ vault, submissions, audit, clock, onUnreadable },
    drafts: place.drafts,
  });
  const sessions = memorySessions(clock, applications);
  const drafts = keptDrafts(place.drafts, applications);
  const kept = { statements, drafts, submissions, audit };
  const incomeHost = incomeHosts({ ...kept, ssbtek, sessions, seal, clock, origins, log, warn });
  // Only version 11 asks Skatteverket; the element itself leaves it out.
  const sources = ssbtek.version === 11 ? [...MONEY_SOURCES, 'SKV'].join(' ') : undefined;

  const app = new Hono<{ Variables: { posted?: URLSearchParams } }>();
  app.use(securityHeaders, contextStorage(), tellingFrame({ forTestLeaders: isSimulated }));
  app.all(`${INCOME_API}/:reference/*`, (c) => incomeHost(c.req.param('reference')).fetch(c.req.raw));
  // Asked without sign-in, so there must be nobody real behind it.
  const people = isSimulated ? testPersons({ ssbtek, persons, clock, origins, log }) : undefined;
  if (people) {
    const fetchAs = (c: Context, person: string) => people.host(person)?.fetch(c.req.raw) ?? c.notFound();
    app.all(`${TEST_API}/:person/*`, (c) => fetchAs(c, c.req.param('person')));
  }
  if (log) app.use(logging(log, clock));
  const registrations = register(origins);
  // Before what lets through only our own pages: the e-service's server asks here too.
  app.route(PROVIDER_PATH, providerRoutes({ registrations, persons, clock }));
  app.use(onlyFromOwnPages);
  app.route('/', signInRoutes({ registrations, persons, sessions, clock }));
  const integrity = integrityOf(script);
  const changes = changesOf(applications, drafts);
  const parts = {
    sessions,
    applications,
    statements,
    submissions,
    audit,
    changes,
    clock,
    integrity,
    sources,
  };
  app.route('/ansokan', applicationRoutes(parts));
  app.route(EXAMPLES_PATH, exampleRoutes(parts));
  if (people) app.route(TEST_LEADER_PATH, testLeaderRoutes({ ...parts, testPersons: people }));
  app.route('/static', staticFiles(script));
  app.notFound((c) => c.html(messagePage(404), 404));
  app.onError(async (error, c) => {
    const status = statusOf(error);
    if (error instanceof StoreUnavailable) c.header('retry-after', String(error.retryAfter));
    const posted = await postedIn(c, error);
    const written = posted && { path: c.req.path, posted, now: clock() };
    if (error instanceof KeptUnreadable)
      return c.html(unreadablePage(error.what, sessions.signedIn(c.req.raw), written), 500);
    return c.html(messagePage(status, written), status);
  });
  return app;
}

function statusOf(error: Error): MessageStatus {
  if (error instanceof StoreUnavailable) return 503;
  return error instanceof HTTPException && isMessageStatus(error.status) ? error.status : 500;
}

/** Tells the route and not the address, which may hold anything. An error is told by its kind alone. */
function logging(log: Log, clock: () => Date): MiddlewareHandler {
  return async (c, next) => {
    const started = clock();
    await next();
    const route = matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path;
    log({
      time: started.toISOString(),
      call: route === undefined ? 'other' : `${c.req.method} ${route}`,
      status: c.res.status,
      duration: clock().getTime() - started.getTime(),
      ...(c.error && { detail: c.error.name }),
    });
  };
}
