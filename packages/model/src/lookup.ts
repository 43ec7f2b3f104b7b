import type { BackgroundBlock } from './background.ts';
import type { Period } from './period.ts';
import type { SourceCode } from './source-code.ts';
import type { Source } from './source.ts';

declare global {
  // Every platform has it; the language alone does not.
  interface AbortSignal {
    readonly aborted: boolean;
  }
}

/** A question to the authorities about one person. Made on the server from a verified identity, never by a page. */
export interface IncomeQuestion {
  /** Personnummer or samordningsnummer, 12 digits. */
  readonly personnummer: string;
  /** The reference of the opened application: without one, nothing may be asked (DESIGN rule 7). At most 31 characters. */
  readonly arende: string;
  readonly period: Period;
}

export interface IncomeAnswer {
  readonly sources: readonly Source[];
  readonly protectedIdentity: ProtectedIdentity;
}

/**
 * Whether the person's identity is protected. Whoever gets `true` must let nothing of the answer, and nothing of this mark,
 * reach a browser (DESIGN rule 6). `not-told`: nobody who has to say has said. Absence is not a no: then nothing of any answer
 * may be told either, and neither that a source has something nor that it has nothing.
 */
export type ProtectedIdentity = boolean | 'not-told';

/** Told while a lookup runs, if the sources are asked one by one. */
export type LookupProgress =
  | { readonly kind: 'asked'; readonly sources: readonly SourceCode[] }
  | {
      readonly kind: 'answered';
      readonly sources: readonly Source[];
      /** Undefined as long as a source that can tell has not answered: until then, nothing of the answers may be told on. */
      readonly protectedIdentity: ProtectedIdentity | undefined;
    };

/**
 * Asks the authorities about payments. A source that fails alone is told of inside the answer.
 * @throws LookupFailed when nothing could be asked or read at all.
 */
export type LookUpIncome = (question: IncomeQuestion, options?: LookupOptions) => Promise<IncomeAnswer>;

export interface LookupOptions {
  readonly report?: (progress: LookupProgress) => void;
  /**
   * Nobody waits any longer. Sources that are asked one by one and have not answered are then told of as `timeout`, and
   * the others are kept; when none has answered, the lookup fails.
   */
  readonly signal?: AbortSignal;
  /**
   * Asked each time that something is about to be sent, after all waiting in line: whether the person may still ask (DESIGN rule 7). Where it
   * rejects, nothing is sent and the lookup rejects with the same.
   */
  readonly permit?: () => Promise<void>;
}

export interface BackgroundAnswer {
  readonly blocks: readonly BackgroundBlock[];
  /** As in {@link IncomeAnswer}. */
  readonly protectedIdentity: ProtectedIdentity;
}

/**
 * Asks the authorities about what lies behind the payments. Only for a person who has asked to see it.
 * @throws LookupFailed when nothing could be asked or read at all.
 */
export type LookUpBackground = (
  question: IncomeQuestion,
  options?: Pick<LookupOptions, 'permit'>,
) => Promise<BackgroundAnswer>;

const KIND: Readonly<Record<LookupFailure, LookupFailed['kind']>> = {
  timeout: 'timeout',
  connection: 'unavailable',
  'http-status': 'unavailable',
  'circuit-open': 'unavailable',
  'too-many': 'unavailable',
  tls: 'refused',
  'http-refused': 'refused',
  'soap-fault': 'refused',
  'too-large': 'refused',
  unreadable: 'refused',
  'invalid-question': 'refused',
};

/** Nothing could be fetched from anyone. Holds a kind, never data about the person. */
export class LookupFailed extends Error {
  override readonly name = 'LookupFailed';
  /** `refused` is what does not go better by itself: it must never be told as passing (DESIGN rule 9). */
  readonly kind: 'timeout' | 'unavailable' | 'refused';
  /** What happened, from a closed list, for the log. */
  readonly detail: LookupFailure;

  constructor(detail: LookupFailure) {
    super(`The income sources could not be asked: ${detail}`);
    this.kind = KIND[detail];
    this.detail = detail;
  }
}

/**
 * - `tls`: the certificates were refused, ours or theirs
 * - `http-status`: the service failed (5xx); `http-refused`: it wanted nothing of us (3xx, 4xx)
 * - `circuit-open`: too many calls have failed lately, so none is made
 * - `too-many`: calls stand in line for longer than a lookup may take
 * - `invalid-question`: nothing was sent, since it could not have been answered
 */
export type LookupFailure =
  | 'timeout'
  | 'connection'
  | 'tls'
  | 'http-status'
  | 'http-refused'
  | 'soap-fault'
  | 'too-large'
  | 'unreadable'
  | 'circuit-open'
  | 'too-many'
  | 'invalid-question';
