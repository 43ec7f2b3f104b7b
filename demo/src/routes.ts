import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Audit, StatementsOf, Submissions } from '@medborgarnavet/host';
import { IdempotencyKey } from '@medborgarnavet/model';
import { incomeMonth, withIncomes, withWritten, type Application } from './application.ts';
import type { Changes } from './changes.ts';
import { APPLICATION } from './form/application-field.ts';
import { readFields } from './form/read.ts';
import { isFromReview, pathBackToReview, pathFromReview } from './from-review.ts';
import { summarise, type IncomeSummary } from './income-summary.ts';
import { readIncomes } from './incomes.ts';
import { backgroundPage } from './pages/background.ts';
import { START_OVER, startOverPage } from './pages/begun.ts';
import { eventsPage } from './pages/events.ts';
import { incomesPage } from './pages/incomes.ts';
import type { KeptApplications } from './kept/applications.ts';
import { asUnreadable } from './kept/unreadable.ts';
import { WHAT } from './pages/unreadable.ts';
import { notSavedPage } from './pages/not-saved.ts';
import { receiptPage } from './pages/receipt.ts';
import { DECLARED, KEY, reviewPage, STATEMENT, type ReviewRefusal } from './pages/review.ts';
import { stepPage } from './pages/step.ts';
import { readForm } from './security.ts';
import type { Session, Sessions } from './session.ts';
import { handInFrom } from './submission.ts';
import { pathToSignIn } from './sign-in/return-to.ts';
import { fieldsOf, pathAfter, pathOf, STEPS, type Step, type StepId } from './steps.ts';

export interface RouteParts {
  readonly sessions: Sessions;
  readonly statements: StatementsOf;
  readonly changes: Changes;
  readonly applications: Pick<KeptApplications, 'removeUnreadable'>;
  readonly submissions: Submissions;
  readonly audit: Audit;
  readonly clock: () => Date;
  /** Of the elements' script. */
  readonly integrity: string;
  /** Whom the host asks, where it is not those that the element names by itself. */
  readonly sources: string | undefined;
}

export interface Env {
  Variables: { session: Session; posted: URLSearchParams };
}
type Handler = (c: Context<Env>) => Response | Promise<Response>;
interface StepHandlers {
  readonly get: Handler;
  readonly post?: Handler;
}

const RECEIPT = '/ansokan/kvitto';
const NEW = '/ansokan/ny';

/** All pages under `/ansokan`. */
export function applicationRoutes(parts: RouteParts): Hono<Env> {
  const app = new Hono<Env>();
  // Before what opens the application, which cannot be read.
  app.post('/ta-bort-olasligt', async (c) => {
    const what = asUnreadable((await readForm(c.req.raw)).get(WHAT));
    const session = parts.sessions.signedIn(c.req.raw);
    if (!session) return c.redirect(pathToSignIn(pathOf('hushall')), 303);
    if (what) await parts.applications.removeUnreadable(session.person, what);
    return c.redirect(pathOf(what === 'statement' ? 'inkomster' : 'hushall'), 303);
  });
  app.use(receive(parts));
  app.get('/kvitto', (c) => {
    const session = c.get('session');
    return session.application.handedIn ? c.html(receiptPage(session)) : c.redirect(pathOf('granska'), 303);
  });
  // Also when it is handed in: then the page tells why there is nothing to see.
  app.get('/bakgrund', async (c) => {
    const session = c.get('session');
    const { integrity, sources } = parts;
    const latest = await latestOf(session, parts);
    return c.html(backgroundPage({ session, latest, integrity, sources }));
  });
  app.post('/ny', async (c) => {
    await parts.changes.next(c.get('session'));
    return c.redirect(pathOf('hushall'), 303);
  });
  app.get('/borja-om', onlyWhileOpen(parts), (c) => c.html(startOverPage(c.get('session'))));
  app.post('/borja-om', onlyWhileOpen(parts), async (c) => {
    await parts.changes.startOver(c.get('session'), c.get('posted').get(APPLICATION) ?? '');
    return c.redirect(pathOf('hushall'), 303);
  });
  const special: Partial<Record<StepId, (step: Step, parts: RouteParts) => StepHandlers>> = {
    inkomster: incomes,
    granska: review,
    handelser: events,
  };
  for (const step of STEPS) {
    const { get, post } = (special[step.id] ?? plain)(step, parts);
    if (step.id !== 'handelser') app.use(`/${step.id}`, onlyWhileOpen(parts));
    app.get(`/${step.id}`, get);
    if (post) app.post(`/${step.id}`, post);
  }
  return app;
}

function plain(step: Step, parts: RouteParts): StepHandlers {
  const read = ({ application }: Session, posted: URLSearchParams) =>
    readFields(fieldsOf(step, application.openedAt), posted);
  return {
    get: (c) => {
      const session = c.get('session');
      const refused = takeRefused(session, step);
      const page = { step, session, integrity: parts.integrity, fromReview: isFromReview(c) };
      return c.html(stepPage({ ...page, refused: refused && read(session, refused) }));
    },
    post: async (c) => {
      const session = c.get('session');
      const { written, errors } = read(session, c.get('posted'));
      if (errors.length > 0) return refuse(c, step);
      const how = (application: Application) => withWritten(application, step.id, written);
      return (await parts.changes.change(session, how)) ? c.redirect(wayOn(c, step), 303) : notOpen(c, parts);
    },
  };
}

function incomes(step: Step, parts: RouteParts): StepHandlers {
  const read = ({ application }: Pick<Session, 'application'>, posted: URLSearchParams) =>
    readIncomes(posted, incomeMonth(application), application.incomes);
  return {
    get: async (c) => {
      const session = c.get('session');
      const { integrity, sources } = parts;
      const latest = await latestOf(session, parts);
      const posted = takeRefused(session, step);
      const refused = posted && read(session, posted);
      const fromReview = isFromReview(c);
      return c.html(incomesPage({ step, session, integrity, sources, latest, fromReview, refused }));
    },
    post: async (c) => {
      const session = c.get('session');
      const posted = c.get('posted');
      if (read(session, posted).errors.length > 0) return refuse(c, step);
      const how = (application: Application) =>
        withIncomes(application, read({ application }, posted).incomes);
      return (await parts.changes.change(session, how)) ? c.redirect(wayOn(c, step), 303) : notOpen(c, parts);
    },
  };
}

function review(step: Step, parts: RouteParts): StepHandlers {
  return {
    get: async (c) => {
      const session = c.get('session');
      const { integrity } = parts;
      const { application, unread } = await parts.changes.withDraft(session);
      const incomes = summarise(application, await latestOf(session, parts));
      const posted = takeRefused(session, step);
      const refused = posted && whyRefused(posted, incomes);
      const shown = { ...session, application };
      return c.html(reviewPage({ step, session: shown, incomes, unread, integrity, refused }));
    },
    // Without script. With it `<ssbtek-review>` hands in the same.
    post: async (c) => {
      const session = c.get('session');
      const posted = c.get('posted');
      const latest = await latestOf(session, parts);
      const { application } = await parts.changes.withDraft(session);
      const key = IdempotencyKey.safeParse(posted.get(KEY)).data;
      if (key === undefined || whyRefused(posted, summarise(application, latest))) return refuse(c, step);
      const { outcome } = await handInFrom({ ...session, application }, parts.submissions, latest, key);
      return outcome === 'handed-in' ? c.redirect(RECEIPT, 303) : notOpen(c, parts);
    },
  };
}

function events(step: Step, { audit, integrity }: RouteParts): StepHandlers {
  return {
    get: async (c) => {
      const session = c.get('session');
      const { person, application } = session;
      const { reference } = application;
      const done = await audit.ofCase({ personnummer: person.personnummer, reference });
      return c.html(eventsPage({ step, session, done, integrity }));
    },
  };
}

/** Where a saved step leads. */
function wayOn(c: Context<Env>, step: Step): string {
  return isFromReview(c) ? pathBackToReview(step.id) : pathAfter(step);
}

function whyRefused(posted: URLSearchParams, { statement }: IncomeSummary): ReviewRefusal | undefined {
  if (posted.get(STATEMENT) !== (statement?.id ?? '')) return 'changed';
  return posted.get(DECLARED) === 'ja' ? undefined : 'not-vouched-for';
}

/** Leads back to the page, which tells what was wrong: a page that is itself the answer to a post cannot be gone back to. */
function refuse(c: Context<Env>, { id }: Step): Response {
  c.get('session').refused = { step: id, posted: c.get('posted') };
  return c.redirect(isFromReview(c) ? pathFromReview(id) : pathOf(id), 303);
}

/** What this step could not save: told once. */
function takeRefused(session: Session, { id }: Step): URLSearchParams | undefined {
  const { refused } = session;
  if (refused?.step !== id) return undefined;
  session.refused = undefined;
  return refused.posted;
}

/** The last statement of the application. */
function latestOf({ person, application }: Session, { statements }: RouteParts) {
  return statements(person).find(application.reference);
}

/** Nothing was saved, since the application is not open any more. */
function notOpen(
  c: Context<Env>,
  { clock }: Pick<RouteParts, 'clock'>,
  why: 'another-application' | 'handed-in' = 'another-application',
): Response | Promise<Response> {
  const page = {
    why,
    path: c.req.path,
    posted: c.get('posted'),
    now: clock(),
  } as const;
  return c.html(notSavedPage(page), 409);
}

/**
 * Lets through what the person who is signed in asks of the application that is open. A page may have been left open
 * since somebody else, or nobody, was. Who it is comes after what was posted, which may have taken its time to arrive.
 */
export function receive(parts: RouteParts) {
  const { sessions, clock } = parts;
  return createMiddleware<Env>(async (c, next) => {
    const posted = c.req.method === 'POST' ? await readForm(c.req.raw) : undefined;
    // For the page that tells of an error, too.
    if (posted) c.set('posted', posted);
    const session = await sessions.find(c.req.raw);
    if (posted) {
      const path = c.req.path;
      if (!session) return c.html(notSavedPage({ why: 'signed-out', path, posted, now: clock() }), 401);
      if (!isFor(session, path, posted.get(APPLICATION))) return notOpen(c, parts);
    }
    if (!session) return c.redirect(pathToSignIn(c.req.path), 303);
    c.set('session', session);
    return next();
  });
}

/** The buttons for a new application stand on the page of the one before, and may be pressed twice. */
function isFor({ application, after }: Session, path: string, posted: string | null): boolean {
  return (
    posted === application.reference ||
    ((path === NEW || path === START_OVER) && after !== undefined && posted === after)
  );
}

/** What is handed in cannot be changed. Who has written something more is told, with what it was. */
export const onlyWhileOpen = ({ clock }: Pick<RouteParts, 'clock'>) =>
  createMiddleware<Env>(async (c, next) => {
    if (!c.get('session').application.handedIn) return next();
    const hasWritten = c.req.method === 'POST' && c.req.path !== pathOf('granska');
    return hasWritten ? notOpen(c, { clock }, 'handed-in') : c.redirect(RECEIPT, 303);
  });
