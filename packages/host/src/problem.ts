import {
  PROBLEM_STATUS,
  problemTypeUri,
  type ProblemDocument,
  type ProblemType,
} from '@medborgarnavet/model';

/** Why a request is not carried out. Becomes `application/problem+json`; holds nothing about the person. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly type: ProblemType;
  readonly options: ProblemOptions;

  constructor(type: ProblemType, options: ProblemOptions = {}) {
    super(type);
    this.type = type;
    this.options = options;
  }
}

export interface ProblemOptions extends ProblemResponseOptions {
  /** What kind of it, for the log: a fixed word. */
  readonly detail?: string;
}

interface ProblemResponseOptions {
  /** Tells more finely than the type's own. */
  readonly status?: number;
  /** More members of the document (RFC 9457 §3.2). */
  readonly more?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For developers: the page has its own texts for people, in their language. */
const TITLES: Readonly<Record<ProblemType, string>> = {
  'not-signed-in': 'Nobody is signed in',
  'session-expired': 'The session has ended',
  'no-application': 'No application is open',
  'not-eligible': 'This person cannot use the service',
  'purpose-refused': 'The sources may only be asked for an application that is to be handed in',
  'upstream-unavailable': 'The sources could not be asked',
  'upstream-timeout': 'The sources did not answer in time',
  'upstream-refused': 'The sources cannot answer this, and will not when it is asked again',
  'too-many-requests': 'Too many requests',
  conflict: 'It has been changed meanwhile',
  'invalid-input': 'The request is not as the contract says',
  'unsupported-version': 'This version of the contract is not supported',
  'kept-unreadable': 'What is kept cannot be read, and is left as it is until it is replaced or deleted',
  internal: 'Something went wrong',
};

export function problemDocument(type: ProblemType, status = PROBLEM_STATUS[type]): ProblemDocument {
  return { type: problemTypeUri(type), title: TITLES[type], status };
}

export function problemResponse(
  type: ProblemType,
  { status, more, headers = {} }: ProblemResponseOptions = {},
): Response {
  const document = problemDocument(type, status);
  const body = { ...document, ...more };
  const response = jsonResponse(body, document.status, 'application/problem+json; charset=utf-8');
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** To a page of another site. Its kind is none of the contract's, and says no more than the status (RFC 9457 §4.2.1). */
export function refusal(): Response {
  const document = { type: 'about:blank', title: 'Pages of this origin may not call', status: 403 };
  return jsonResponse(document, 403, 'application/problem+json; charset=utf-8');
}

export function jsonResponse(
  data: unknown,
  status = 200,
  type = 'application/json; charset=utf-8',
): Response {
  return new Response(JSON.stringify(data), { status, headers: { ...SAFE_HEADERS, 'content-type': type } });
}

export function emptyResponse(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...SAFE_HEADERS, ...headers } });
}

/** On every answer: nothing is kept by a cache, guessed at, or read by another site. */
export const SAFE_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
