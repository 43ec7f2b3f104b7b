import {
  NDJSON,
  PROBLEM_STATUS,
  problemTypeUri,
  type AccessLog,
  type IncomeStatement,
  type IncomeStep,
  type ProblemType,
  type SubmissionReceipt,
  type SubmissionRefusal,
} from '@medborgarnavet/model';
import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import { emptyLog, fullLog, troubledLog, wholeLog } from './access-logs.ts';
import {
  again,
  firstHalf,
  hardToShow,
  manyPayments,
  nothingAnywhere,
  old,
  partlyChecked,
  singleParent,
} from './statements.ts';

/** Any endpoint: scenarios answer whatever address the element is given. */
const INCOME = '*/income';
const ACCESS_LOG = '*/access-log';

/**
 * Hämta gets this statement, and it can be withdrawn.
 * @param before what is there when the page is opened again: the same, unless said.
 */
export function answers(statement: IncomeStatement, before = statement): HttpHandler[] {
  return [
    http.post(INCOME, () => HttpResponse.json(statement)),
    http.get(INCOME, () => HttpResponse.json(before)),
    http.delete(INCOME, () => new HttpResponse(null, { status: 204 })),
  ];
}

/**
 * Hämta is answered in steps, and these come at once. After the last of them nothing more is said, unless it is the
 * statement; what had come by then is there for a person who stops waiting.
 */
export function answersInSteps(steps: readonly IncomeStep[], kept: IncomeStatement): HttpHandler[] {
  const lines = steps.map((step) => `${JSON.stringify(step)}\n`).join('');
  const stream = (): ReadableStream<Uint8Array<ArrayBuffer>> =>
    new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(lines)) });
  return [
    http.post(INCOME, () => new HttpResponse(stream(), { headers: { 'content-type': NDJSON } })),
    ...answers(kept).slice(1),
  ];
}

/** The host tells what has been done with the data. */
export function tellsOfAccess(log: AccessLog): HttpHandler[] {
  return [http.get(ACCESS_LOG, () => HttpResponse.json(log))];
}

/** The host answers with a problem document of this type. */
export function refuses(type: ProblemType): HttpHandler[] {
  const status = PROBLEM_STATUS[type];
  const refuse = () =>
    HttpResponse.json(
      { type: problemTypeUri(type), title: type, status },
      { status, headers: { 'content-type': 'application/problem+json' } },
    );
  return [
    http.post(INCOME, refuse),
    http.get(INCOME, refuse),
    http.delete(INCOME, refuse),
    http.get(ACCESS_LOG, refuse),
  ];
}

/** What a host can do, by name. For stories, for our tests and for hosts' own. */
export const scenarios = {
  singleParent: answers(singleParent),
  nothing: answers(nothingAnywhere),
  partly: answers(partlyChecked),
  hardToShow: answers(hardToShow),
  manyPayments: answers(manyPayments),
  /** The page is opened again, and what was fetched before is five days old. */
  old: answers(singleParent, old),
  /** The page is opened again, and Hämta then gets something else than what was fetched before. */
  again: answers(again, singleParent),
  neverAnswers: [http.post(INCOME, () => delay('infinite'))],
  /** Försäkringskassan and Pensionsmyndigheten have answered, and the others never do. */
  steps: answersInSteps(
    [
      { step: 'asked', sources: ['FK', 'PM', 'CSN', 'SO'] },
      ...firstHalf.sources.slice(0, 2).map((source): IncomeStep => ({ step: 'source', source })),
    ],
    firstHalf,
  ),
  notSignedIn: refuses('not-signed-in'),
  sessionExpired: refuses('session-expired'),
  noApplication: refuses('no-application'),
  notEligible: refuses('not-eligible'),
  purposeRefused: refuses('purpose-refused'),
  tooManyRequests: refuses('too-many-requests'),
  upstreamUnavailable: refuses('upstream-unavailable'),
  upstreamTimeout: refuses('upstream-timeout'),
  upstreamRefused: refuses('upstream-refused'),
  internal: refuses('internal'),
  offline: [http.post(INCOME, () => HttpResponse.error())],
  htmlInsteadOfJson: [http.post(INCOME, () => HttpResponse.html('<!doctype html><title>Logga in</title>'))],
  wrongShape: [http.post(INCOME, () => HttpResponse.json({ ...singleParent, sources: [{ source: 'XX' }] }))],
  wrongEndpoint: [http.post(INCOME, () => new HttpResponse(null, { status: 404 }))],
  accessLog: tellsOfAccess(wholeLog),
  accessLogEmpty: tellsOfAccess(emptyLog),
  accessLogTroubled: tellsOfAccess(troubledLog),
  accessLogFull: tellsOfAccess(fullLog),
  accessLogNeverAnswers: [http.get(ACCESS_LOG, () => delay('infinite'))],
  accessLogOffline: [http.get(ACCESS_LOG, () => HttpResponse.error())],
} as const satisfies Readonly<Record<string, readonly HttpHandler[]>>;

export type ScenarioName = keyof typeof scenarios;

const SUBMISSION = '*/submission';

/** What handing in is answered with. */
export const receipt: SubmissionReceipt = {
  version: 1,
  reference: 'EXEMPEL-2026-0042',
  id: 'exempel-inlamning-1',
  receivedAt: '2026-11-22T13:32:00.000Z',
};

/** What is handed in is taken, and answered with this receipt however often it comes. */
export function takes(given = receipt): HttpHandler[] {
  return [http.post(SUBMISSION, () => HttpResponse.json(given, { status: 201 }))];
}

/** What is handed in does not agree with what the host knows. */
export function declines(reason: SubmissionRefusal, given?: SubmissionReceipt): HttpHandler[] {
  const status = PROBLEM_STATUS.conflict;
  const body = { type: problemTypeUri('conflict'), title: 'conflict', status, reason };
  return [
    http.post(SUBMISSION, () =>
      HttpResponse.json(
        { ...body, ...(given && { receipt: given }) },
        { status, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  ];
}

/** The host answers a handing in with a problem document of this type. */
export function doesNotTake(type: ProblemType): HttpHandler[] {
  const status = PROBLEM_STATUS[type];
  return [
    http.post(SUBMISSION, () =>
      HttpResponse.json({ type: problemTypeUri(type), title: type, status }, { status }),
    ),
  ];
}

/** What a host can do with what is handed in, by name. */
export const submissionScenarios = {
  taken: takes(),
  retrievedChanged: declines('retrieved-changed'),
  statementReplaced: declines('statement-replaced'),
  statementUnverified: declines('statement-unverified'),
  alreadyHandedIn: declines('already-handed-in', receipt),
  neverAnswers: [http.post(SUBMISSION, () => delay('infinite'))],
  notSignedIn: doesNotTake('not-signed-in'),
  noApplication: doesNotTake('no-application'),
  invalidInput: doesNotTake('invalid-input'),
  internal: doesNotTake('internal'),
  offline: [http.post(SUBMISSION, () => HttpResponse.error())],
} as const satisfies Readonly<Record<string, readonly HttpHandler[]>>;
