import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { StatementStore } from '@medborgarnavet/host';
import {
  incomeMonth,
  openApplication,
  withHandedIn,
  withIncomes,
  withRefused,
  withWritten,
  type Application,
} from './application.ts';
import { APPLICATION } from './form/application-field.ts';
import { readFields } from './form/read.ts';
import { summarise, type IncomeSummary } from './income-summary.ts';
import { readIncomes } from './incomes.ts';
import { backgroundPage } from './pages/background.ts';
import { eventsPage } from './pages/events.ts';
import { incomesPage } from './pages/incomes.ts';
import { notSavedPage } from './pages/not-saved.ts';
import { receiptPage } from './pages/receipt.ts';
import { reviewPage, type ReviewRefusal } from './pages/review.ts';
import { stepPage } from './pages/step.ts';
import { readForm } from './security.ts';
import type { Session, Sessions } from './session.ts';
import { pathToSignIn } from './sign-in/return-to.ts';
import { fieldsOf, pathAfter, pathOf, STEPS, type Step, type StepId } from './steps.ts';

export interface RouteParts {
  readonly sessions: Sessions;
  readonly statements: StatementStore;
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
  app.use(receive(parts));
  app.get('/kvitto', (c) => {
    const session = c.get('session');
    return session.application.handedIn ? c.html(receiptPage(session)) : c.redirect(pathOf('granska'), 303);
  });
  // Also when it is handed in: then the page tells why there is nothing to see.
  app.get('/bakgrund', async (c) => {
    const session = c.get('session');
    const { statements, integrity, sources } = parts;
    const latest = await statements.find(session.application.reference);
    return c.html(backgroundPage({ session, latest, integrity, sources }));
  });
  app.post('/ny', (c) => {
    const session = c.get('session');
    const { handedIn, reference } = session.application;
    // Pressed twice, it must not throw away what has been begun.
    if (handedIn) session.application = openApplication(parts.clock(), reference);
    return c.redirect(pathOf('hushall'), 303);
  });
  const special: Partial<Record<StepId, (step: Step, parts: RouteParts) => StepHandlers>> = {
    inkomster: incomes,
    granska: review,
    handelser: (step) => ({ get: (c) => c.html(eventsPage(step, c.get('session'))) }),
  };
  for (const step of STEPS) {
    const { get, post } = (special[step.id] ?? plain)(step, parts);
    if (step.id !== 'handelser') app.use(`/${step.id}`, onlyWhileOpen);
    app.get(`/${step.id}`, get);
    if (post) app.post(`/${step.id}`, post);
  }
  return app;
}

function plain(step: Step): StepHandlers {
  const read = ({ application }: Session, posted: URLSearchParams) =>
    readFields(fieldsOf(step, application.openedAt), posted);
  return {
    get: (c) => {
      const session = c.get('session');
      const refused = takeRefused(session, step);
      return c.html(stepPage(step, session, refused && read(session, refused)));
    },
    post: (c) => {
      const session = c.get('session');
      const { written, errors } = read(session, c.get('posted'));
      if (errors.length > 0) return refuse(c, step);
      change(session, (application) => withWritten(application, step.id, written));
      return c.redirect(pathAfter(step), 303);
    },
  };
}

function incomes(step: Step, { statements, integrity, sources }: RouteParts): StepHandlers {
  const read = ({ application }: Session, posted: URLSearchParams) =>
    readIncomes(posted, incomeMonth(application), application.incomes);
  return {
    get: async (c) => {
      const session = c.get('session');
      const latest = await statements.find(session.application.reference);
      const posted = takeRefused(session, step);
      const refused = posted && read(session, posted);
      return c.html(incomesPage({ step, session, integrity, sources, latest, refused }));
    },
    post: (c) => {
      const session = c.get('session');
      const { incomes, errors } = read(session, c.get('posted'));
      if (errors.length > 0) return refuse(c, step);
      change(session, (application) => withIncomes(application, incomes));
      return c.redirect(pathAfter(step), 303);
    },
  };
}

function review(step: Step, { statements, clock }: RouteParts): StepHandlers {
  const incomesOf = async ({ application }: Session) =>
    summarise(application, await statements.find(application.reference));
  return {
    get: async (c) => {
      const session = c.get('session');
      const incomes = await incomesOf(session);
      const posted = takeRefused(session, step);
      return c.html(reviewPage({ step, session, incomes, refused: posted && whyRefused(posted, incomes) }));
    },
    post: async (c) => {
      const session = c.get('session');
      const incomes = await incomesOf(session);
      if (whyRefused(c.get('posted'), incomes)) return refuse(c, step);
      change(session, (application) => withHandedIn(application, incomes, clock()));
      return c.redirect(RECEIPT, 303);
    },
  };
}

function whyRefused(posted: URLSearchParams, { statement }: IncomeSummary): ReviewRefusal | undefined {
  if (posted.get('statement') !== (statement?.id ?? '')) return 'changed';
  return posted.get('intygar') === 'ja' ? undefined : 'not-vouched-for';
}

/** Leads back to the page, which tells what was wrong: a page that is itself the answer to a post cannot be gone back to. */
function refuse(c: Context<Env>, { id }: Step): Response {
  const refused = { step: id, posted: c.get('posted') };
  change(c.get('session'), (application) => withRefused(application, refused));
  return c.redirect(pathOf(id), 303);
}

/** What this step could not save: told once. */
function takeRefused(session: Session, { id }: Step): URLSearchParams | undefined {
  const { refused } = session.application;
  if (refused?.step !== id) return undefined;
  change(session, (application) => withRefused(application, undefined));
  return refused.posted;
}

/** Does nothing if it was handed in while the request was read: twice pressed, or in another tab. */
function change(session: Session, how: (application: Application) => Application): void {
  if (!session.application.handedIn) session.application = how(session.application);
}

/**
 * Lets through what the person who is signed in asks of the application that is open. A page may have been left open
 * since somebody else, or nobody, was. Who it is comes after what was posted, which may have taken its time to arrive.
 */
export function receive({ sessions, clock }: RouteParts) {
  return createMiddleware<Env>(async (c, next) => {
    const posted = c.req.method === 'POST' ? await readForm(c.req.raw) : undefined;
    const session = sessions.find(c.req.raw);
    if (posted) {
      const path = c.req.path;
      if (!session) return c.html(notSavedPage({ why: 'signed-out', path, posted, now: clock() }), 401);
      if (!isFor(session.application, path, posted.get(APPLICATION))) {
        return c.html(notSavedPage({ why: 'another-application', path, posted, now: clock() }), 409);
      }
      c.set('posted', posted);
    }
    if (!session) return c.redirect(pathToSignIn(c.req.path), 303);
    c.set('session', session);
    return next();
  });
}

/** The button for a new application stands on the page of the one before, and may be pressed twice. */
function isFor({ reference, after }: Application, path: string, posted: string | null): boolean {
  return posted === reference || (path === NEW && after !== undefined && posted === after);
}

/** What is handed in cannot be changed. */
export const onlyWhileOpen = createMiddleware<Env>(async (c, next) =>
  c.get('session').application.handedIn ? c.redirect(RECEIPT, 303) : next(),
);
