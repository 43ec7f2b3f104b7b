import { Hono } from 'hono';
import { DIALOG } from './pages/examples/dialog.ts';
import { examplePage, type Example } from './pages/examples/example.ts';
import { listPage } from './pages/examples/list.ts';
import { postedPage } from './pages/examples/posted.ts';
import { TABLE } from './pages/examples/table.ts';
import { TWO } from './pages/examples/two.ts';
import { onlyWhileOpen, receive, type Env, type RouteParts } from './routes.ts';

const EXAMPLES: readonly Example[] = [TABLE, DIALOG, TWO];

/** All pages under `/exempel`. They are of the application that is open, as the page Inkomster is, and save nothing. */
export function exampleRoutes(parts: RouteParts): Hono<Env> {
  const { sessions, integrity, sources } = parts;
  const app = new Hono<Env>();
  app.get('/', (c) => c.html(listPage(EXAMPLES, sessions.signedIn(c.req.raw))));
  for (const example of EXAMPLES) {
    const path = `/${example.id}`;
    app.use(path, receive(parts), onlyWhileOpen(parts));
    app.get(path, (c) => c.html(examplePage(example, { session: c.get('session'), integrity, sources })));
    app.post(path, (c) => c.html(postedPage(example, c.get('session'), c.get('posted'))));
  }
  return app;
}
