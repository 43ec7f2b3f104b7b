import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { StatementStore } from '@medborgarnavet/host';
import {
  incomeMonth,
  openApplication,
  withHandedIn,
  withIncomes,
  withWritten,
  type Application,
} from './application.ts';
import { readFields } from './form/read.ts';
import { summarise } from './income-summary.ts';
import { readIncomes } from './incomes.ts';
import { eventsPage } from './pages/events.ts';
import { incomesPage } from './pages/incomes.ts';
import { receiptPage } from './pages/receipt.ts';
import { reviewPage } from './pages/review.ts';
import { stepPage } from './pages/step.ts';
import { readForm } from './security.ts';
import type { Session, Sessions } from './session.ts';
import { fieldsOf, pathAfter, pathOf, STEPS, type Step, type StepId } from './steps.ts';

export interface RouteParts {
  readonly sessions: Sessions;
  readonly statements: StatementStore;
  readonly clock: () => Date;
  /** Of the elements' script. */
  readonly integrity: string;
}

interface Env {
  Variables: { session: Session };
}
type Handler = (c: Context<Env>) => Response | Promise<Response>;
interface StepHandlers {
  readonly get: Handler;
  readonly post?: Handler;
}

const RECEIPT = '/ansokan/kvitto';

/** All pages under `/ansokan`. */
export function applicationRoutes(parts: RouteParts): Hono<Env> {
  const app = new Hono<Env>();
  app.use(requireSession(parts.sessions));
  app.get('/kvitto', (c) => {
    const session = c.get('session');
    return session.application.handedIn ? c.html(receiptPage(session)) : c.redirect(pathOf('granska'), 303);
  });
  app.post('/ny', (c) => {
    const session = c.get('session');
    // Pressed twice, it must not throw away what has been begun.
    if (session.application.handedIn) session.application = openApplication(parts.clock());
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
  return {
    get: (c) => c.html(stepPage(step, c.get('session'))),
    post: async (c) => {
      const session = c.get('session');
      const read = readFields(fieldsOf(step, session.application.openedAt), await readForm(c.req.raw));
      if (read.errors.length > 0) return c.html(stepPage(step, session, read), 422);
      change(session, (application) => withWritten(application, step.id, read.written));
      return c.redirect(pathAfter(step), 303);
    },
  };
}

function incomes(step: Step, { statements, integrity }: RouteParts): StepHandlers {
  const latest = ({ application }: Session) => statements.find(application.reference);
  return {
    get: async (c) => {
      const session = c.get('session');
      return c.html(incomesPage({ step, session, integrity, latest: await latest(session) }));
    },
    post: async (c) => {
      const session = c.get('session');
      const posted = await readForm(c.req.raw);
      const { incomes, fields, errors } = readIncomes(posted, incomeMonth(session.application));
      if (errors.length > 0) {
        const refused = { fields, errors, freeText: incomes.freeText };
        return c.html(incomesPage({ step, session, integrity, latest: await latest(session), refused }), 422);
      }
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
      return c.html(reviewPage({ step, session, incomes: await incomesOf(session) }));
    },
    post: async (c) => {
      const session = c.get('session');
      const posted = await readForm(c.req.raw);
      const incomes = await incomesOf(session);
      if (posted.get('statement') !== (incomes.statement?.id ?? '')) {
        return c.html(reviewPage({ step, session, incomes, refused: 'changed' }), 409);
      }
      if (posted.get('intygar') !== 'ja') {
        return c.html(reviewPage({ step, session, incomes, refused: 'not-vouched-for' }), 422);
      }
      change(session, (application) => withHandedIn(application, incomes, clock()));
      return c.redirect(RECEIPT, 303);
    },
  };
}

/** Does nothing if it was handed in while the request was read: twice pressed, or in another tab. */
function change(session: Session, how: (application: Application) => Application): void {
  if (!session.application.handedIn) session.application = how(session.application);
}

function requireSession(sessions: Sessions) {
  return createMiddleware<Env>(async (c, next) => {
    const session = sessions.find(c.req.raw);
    if (!session) return c.redirect('/', 303);
    c.set('session', session);
    return next();
  });
}

/** What is handed in cannot be changed. */
const onlyWhileOpen = createMiddleware<Env>(async (c, next) =>
  c.get('session').application.handedIn ? c.redirect(RECEIPT, 303) : next(),
);
