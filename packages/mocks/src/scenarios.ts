import {
  PROBLEM_STATUS,
  problemTypeUri,
  type IncomeStatement,
  type ProblemType,
} from '@medborgarnavet/model';
import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import { hardToShow, nothingAnywhere, partlyChecked, singleParent } from './statements.ts';

/** Any endpoint: scenarios answer whatever address the element is given. */
const INCOME = '*/income';

/** Hämta gets this statement, and it is there when the page is opened again. */
export function answers(statement: IncomeStatement): HttpHandler[] {
  return [
    http.post(INCOME, () => HttpResponse.json(statement)),
    http.get(INCOME, () => HttpResponse.json(statement)),
  ];
}

/** The host answers with a problem document of this type. */
export function refuses(type: ProblemType): HttpHandler[] {
  const status = PROBLEM_STATUS[type];
  const refuse = () =>
    HttpResponse.json(
      { type: problemTypeUri(type), title: type, status },
      { status, headers: { 'content-type': 'application/problem+json' } },
    );
  return [http.post(INCOME, refuse), http.get(INCOME, refuse)];
}

/** What a host can do, by name. For stories, for our tests and for hosts' own. */
export const scenarios = {
  singleParent: answers(singleParent),
  nothing: answers(nothingAnywhere),
  partly: answers(partlyChecked),
  hardToShow: answers(hardToShow),
  neverAnswers: [http.post(INCOME, () => delay('infinite'))],
  notSignedIn: refuses('not-signed-in'),
  noApplication: refuses('no-application'),
  purposeRefused: refuses('purpose-refused'),
  upstreamUnavailable: refuses('upstream-unavailable'),
  upstreamTimeout: refuses('upstream-timeout'),
  internal: refuses('internal'),
  offline: [http.post(INCOME, () => HttpResponse.error())],
  htmlInsteadOfJson: [http.post(INCOME, () => HttpResponse.html('<!doctype html><title>Logga in</title>'))],
  wrongShape: [http.post(INCOME, () => HttpResponse.json({ ...singleParent, sources: [{ source: 'XX' }] }))],
  wrongEndpoint: [http.post(INCOME, () => new HttpResponse(null, { status: 404 }))],
} as const satisfies Readonly<Record<string, readonly HttpHandler[]>>;

export type ScenarioName = keyof typeof scenarios;
