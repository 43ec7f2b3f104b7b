import * as z from 'zod/mini';

/**
 * The closed list of what an Inkomst API answers when it cannot do what was asked (RFC 9457 `type`). `upstream-unavailable` and
 * `upstream-timeout` may pass; `upstream-refused` does not until somebody has mended something, so nobody is told to try again.
 * `kept-unreadable` does not either: what the host keeps is not what it wrote. The person can delete it, or fetch again.
 */
export const PROBLEM_TYPES = [
  'not-signed-in',
  'session-expired',
  'no-application',
  'not-eligible',
  'purpose-refused',
  'upstream-unavailable',
  'upstream-timeout',
  'upstream-refused',
  'too-many-requests',
  'conflict',
  'invalid-input',
  'unsupported-version',
  'kept-unreadable',
  'internal',
] as const;
export type ProblemType = (typeof PROBLEM_TYPES)[number];

/** The HTTP status that goes with each type. A draft tells two more finely: 412 for a conflict, 428 for a save that does not say what it follows. */
export const PROBLEM_STATUS: Readonly<Record<ProblemType, number>> = {
  'not-signed-in': 401,
  'session-expired': 401,
  'no-application': 403,
  'not-eligible': 403,
  'purpose-refused': 403,
  'upstream-unavailable': 502,
  'upstream-timeout': 504,
  'upstream-refused': 502,
  'too-many-requests': 429,
  conflict: 409,
  'invalid-input': 400,
  'unsupported-version': 400,
  'kept-unreadable': 500,
  internal: 500,
};

const TYPE_PREFIX = 'urn:medborgarnavet:problem:';

/** The `type` of a problem document. */
export function problemTypeUri(type: ProblemType): string {
  return `${TYPE_PREFIX}${type}`;
}

/** `application/problem+json`. `title` is a fixed sentence per type: it never holds data about the person. */
export const ProblemDocument = z.object({
  type: z.string().check(z.maxLength(200)),
  title: z.string().check(z.maxLength(200)),
  status: z.int(),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;

/** The type that a problem document tells of; undefined when it is none of ours. */
export function problemTypeOf(document: unknown): ProblemType | undefined {
  const parsed = ProblemDocument.safeParse(document);
  if (!parsed.success) return undefined;
  return PROBLEM_TYPES.find((type) => problemTypeUri(type) === parsed.data.type);
}

/** Why a page did not get what it asked a host for: what the host said, or what became of the request on the way. */
export type IncomeProblemKind =
  | ProblemType
  /** The element has no endpoint, or one that is no web address: a mistake of the page. */
  | 'no-endpoint'
  /** There is no Inkomst API where the endpoint points. */
  | 'wrong-endpoint'
  /** The request was turned away before it came to the Inkomst API, and would be again: a guard, a proxy or a firewall in front. */
  | 'refused'
  /** The host could not be reached: most often the network. */
  | 'offline'
  /** The host did not answer in time. */
  | 'too-slow'
  /** What came is not what the contract says, for instance a web page. */
  | 'unreadable-answer';

/** The one way in which asking a host fails. Holds a kind: never an address, a body or a number. */
export class IncomeProblem extends Error {
  override readonly name = 'IncomeProblem';
  readonly kind: IncomeProblemKind;

  constructor(kind: IncomeProblemKind) {
    super(`The incomes could not be fetched: ${kind}`);
    this.kind = kind;
  }
}

/** By name, so that it holds when the page has a second copy of this library. */
export function isIncomeProblem(error: unknown): error is IncomeProblem {
  return error instanceof Error && error.name === 'IncomeProblem' && 'kind' in error;
}
