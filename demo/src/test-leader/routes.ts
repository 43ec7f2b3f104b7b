import { questionsFor } from '@medborgarnavet/mocks/questions.ts';
import { dateInSweden } from '@medborgarnavet/model';
import { Hono, type Context } from 'hono';
import type { Written } from '../form/field.ts';
import { aloneTestPage } from '../pages/test-leader/alone.ts';
import { summaryTestPage } from '../pages/test-leader/summary.ts';
import { unreadableTestPage } from '../pages/test-leader/unreadable.ts';
import { viewTestPage } from '../pages/test-leader/view.ts';
import { readForm } from '../security.ts';
import { answeredBefore, withAnswered, type AnsweredView } from './answered.ts';
import { PARTICIPANT, readView, writtenOf } from './form.ts';
import { CHOICE, NEXT, readTestPost, readWish, WISH, type Wish } from './post.ts';
import { toResultsCsv } from './summary.ts';
import type { TestPersons } from './test-persons.ts';

export interface TestLeaderParts {
  readonly testPersons: TestPersons;
  readonly clock: () => Date;
  /** Of the elements' script. */
  readonly integrity: string;
  /** Whom the host asks, where it is not those that the element names by itself. */
  readonly sources: string | undefined;
}

/** All answers so far come with every post. */
const LARGEST_POST = 1024 * 1024;

/** The pages for those who test with people. What is answered travels with them, and is kept nowhere. */
export function testLeaderRoutes(parts: TestLeaderParts): Hono {
  const { testPersons, clock } = parts;
  const app = new Hono();

  // Nothing on these pages is about anybody. A browser that may keep them can go back to one that came of a post.
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'private, no-cache');
  });
  app.get('/', async (c) => {
    const wish = { person: c.req.query(CHOICE.person), depth: c.req.query(CHOICE.depth) };
    const view = readWish(wish, testPersons);
    if (c.req.query('bara') !== 'vyn' || !view) return show(c, wish, { earlier: [], participant: '' });
    // Then the view finds what has been fetched, as on the whole page.
    await testPersons.statementOf(view.person);
    return c.html(aloneTestPage({ ...parts, view }));
  });

  app.post('/', async (c) => {
    const posted = await readForm(c.req.raw, LARGEST_POST);
    const post = readTestPost(posted, testPersons);
    if (!post) return c.html(unreadableTestPage(posted), 400);
    const { earlier, shown, participant } = post;
    const wishFor = (names: typeof CHOICE | typeof NEXT): Wish => ({
      person: posted.get(names.person),
      depth: posted.get(names.depth),
    });
    const wish = posted.get(WISH);
    if (wish === 'visa') return show(c, wishFor(CHOICE), post);

    const read = shown && readView(shown, posted, earlier);
    if (shown && read && read.errors.length > 0) {
      const next = readWish(wishFor(NEXT), testPersons);
      return c.html(viewTestPage({ ...parts, ...read, view: shown, next, earlier }), 422);
    }
    const views = read?.view ? withAnswered(earlier, read.view) : earlier;
    if (wish === 'sammanfattning') return c.html(summaryTestPage({ testPersons, views, participant, shown }));
    if (wish === 'csv') return csvFile(c, toResultsCsv(views), clock());
    return show(c, wishFor(NEXT), { earlier: views, participant });
  });

  async function show(
    c: Context,
    wish: Wish,
    { earlier, participant }: { readonly earlier: readonly AnsweredView[]; readonly participant: string },
  ): Promise<Response> {
    const found = readWish(wish, testPersons);
    if (!found) return c.notFound();
    const { notice, ...view } = found;
    const statement = await testPersons.statementOf(view.person);
    const questions = statement ? questionsFor(statement, view.depth) : [];
    const place = { participant: Number(participant), person: view.person.id, depth: view.depth };
    const before = answeredBefore(earlier, place);
    const written: Written = before
      ? writtenOf(before)
      : new Map(participant === '' ? [] : [[PARTICIPANT.name, [participant]]]);
    const page = { ...parts, view: { ...view, questions }, earlier, written, errors: [], notice };
    return c.html(viewTestPage(page), statement ? 200 : 502);
  }
  return app;
}

function csvFile(c: Context, text: string, now: Date): Response {
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="testresultat-${dateInSweden(now)}.csv"`,
  });
}
