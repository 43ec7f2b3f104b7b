import {
  AccessLog,
  BackgroundStatement,
  DraftReceipt,
  IncomeStatement,
  IncomeStep,
  problemTypeOf,
  PROBLEM_TYPES,
  SavedDraft,
  SubmissionReceipt,
} from '@medborgarnavet/model';
import type { Answered } from './sender.ts';
import { PEOPLE, ROUTES, wordOf, type Step } from './steps.ts';
import { amountOf, type CaseState, type FuzzedCase, type Person, type World } from './world.ts';

interface Schema {
  safeParse(value: unknown): { readonly success: boolean };
}

const SHAPES: Readonly<Record<string, Schema>> = {
  'GET /income': IncomeStatement,
  'POST /income': IncomeStatement,
  'POST /background': BackgroundStatement,
  'GET /draft': SavedDraft,
  'PUT /draft': DraftReceipt,
  'POST /submission': SubmissionReceipt,
  'GET /access-log': AccessLog,
};

/** What an application that is no longer open still allows. */
const AFTERWARDS = new Set(['GET /access-log', 'POST /submission']);

/** How it stood. */
export interface Permission {
  readonly isSignedIn: boolean;
  /** Of the application, if it is one of this person's. */
  readonly state: CaseState | undefined;
}

/**
 * Each rule that an answer breaks, in words without data. `permitted` is how it stood when the last byte was sent: a session that has ended
 * and an application that is closed never come back, so what was not permitted then is not permitted later.
 */
export function brokenBy(
  step: Step,
  { status, headers, text }: Answered,
  permitted: Permission,
): readonly string[] {
  const call = `${step.method} ${step.path}`;
  const isRoute = ROUTES.some(({ method, path }) => `${method} ${path}` === call);
  const isDone = status >= 200 && status < 300;
  const broken: string[] = [];
  const rule = (holds: boolean, what: string): void => {
    if (!holds) broken.push(`${call} ${status}: ${what}`);
  };

  rule(status !== 500 && status !== 501, 'something went wrong that nobody had thought of');
  rule(status < 500 || step.fails, 'the authorities are told to be away, and are not');
  rule(isRoute || !isDone, 'there is no such route');
  if (isDone) {
    rule(permitted.isSignedIn, 'nobody was signed in when the request was whole');
    const { state } = permitted;
    rule(
      state === 'open' || (state === 'handed-in' && AFTERWARDS.has(call)),
      `the application was ${state ?? 'not theirs'}`,
    );
    rule(isFromOwnPage(step), 'it does not come from a page of the host');
  }
  rule(headers['cache-control'] === 'no-store' || [400, 431].includes(status), 'a cache may keep it');
  rule(headers['x-content-type-options'] === 'nosniff', 'its type may be guessed');
  for (const [other, personnummer] of PEOPLE.entries()) {
    rule(!text.includes(personnummer), 'it tells a personnummer');
    if (other === step.who) continue;
    rule(
      !text.includes(wordOf(other)) && !text.includes(String(amountOf(other) * 100)),
      'it tells what is another person’s',
    );
  }
  rule(
    status === 204 || step.method === 'HEAD' || hasShape(call, status, headers['content-type'], text),
    'its body is not as the contract says',
  );
  return broken;
}

function isFromOwnPage({ headers }: Step): boolean {
  const { 'sec-fetch-site': site, origin } = headers;
  // A browser that does not say where a page is from names the origin of each page that could do harm.
  return site === undefined ? origin === undefined : site === 'same-origin';
}

function hasShape(call: string, status: number, type: string | string[] | undefined, text: string): boolean {
  if (text === '') return status >= 400;
  try {
    if (status >= 400) return isProblem(JSON.parse(text), status);
    if (!String(type).startsWith('application/x-ndjson'))
      return SHAPES[call]?.safeParse(JSON.parse(text)).success ?? false;
    const steps = text
      .trimEnd()
      .split('\n')
      .map((line) => IncomeStep.safeParse(JSON.parse(line)).data);
    const last = steps.at(-1)?.step;
    return steps.every((each) => each !== undefined) && (last === 'statement' || last === 'problem');
  } catch {
    return false;
  }
}

/** RFC 9457: a problem that says no more than its status has the type `about:blank`. */
function isProblem(document: unknown, status: number): boolean {
  if (PROBLEM_TYPES.some((type) => type === problemTypeOf(document))) return true;
  const { type, status: told } = document as { readonly type?: unknown; readonly status?: unknown };
  return type === 'about:blank' && told === status;
}

/** What is kept of each application, and what was written of it: an application that is closed keeps nothing but its receipt. */
export async function brokenAfterwards({ kept, people }: World): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const person of people)
    for (const which of person.cases)
      if (which.state !== 'open') broken.push(...(await brokenWhenClosed(kept, person, which)));
  return broken;
}

async function brokenWhenClosed(
  { vault, audit }: World['kept'],
  { personnummer }: Person,
  { reference, state }: FuzzedCase,
): Promise<readonly string[]> {
  const of = { personnummer, reference };
  const broken: string[] = [];
  for (const kind of ['draft', 'statement'] as const)
    if (await vault.read(of, kind)) broken.push(`a ${kind} is kept of what is ${state}`);
  if (state !== 'handed-in') return broken;
  if (!(await vault.read(of, 'receipt'))) broken.push('what was handed in has no receipt');
  const { isWhole } = await audit.ofCase(of);
  if (!isWhole) broken.push('the audit of a case does not hold');
  return broken;
}
