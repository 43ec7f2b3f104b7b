import {
  LookupFailed,
  type LookupFailure,
  type ProtectedIdentity,
  type UncheckedReason,
} from '@medborgarnavet/model';
import type { SsbtekConfig } from '../config.ts';
import type { Agency, AgencyBlocks } from '../envelope.ts';
import type { Part } from '../part.ts';
import type { AgencyCall, Context, Subject } from './subject.ts';

/** Sends a question to these agencies. Throws LookupFailed. */
export type SendTo = (agencies: readonly Agency[]) => Promise<AgencyBlocks>;

/** Given what each answer tells as it comes; whether the identity is protected is undefined until all who can tell have. */
export type Report<Told> = (told: readonly Told[], protectedIdentity: ProtectedIdentity | undefined) => void;

/** Those who can tell that an identity is protected (facts §7.8). */
const IDENTITY_TELLERS: ReadonlySet<Agency> = new Set(['FK', 'CSN', 'AF']);

/** What all parts of an answer say. */
export interface Whole<Told> {
  readonly told: readonly Told[];
  readonly protectedIdentity: ProtectedIdentity;
}

type NotTold = SsbtekConfig['protectionNotTold'];

/** One compound call. */
export async function askTogether<Told>(
  calls: readonly AgencyCall<Told>[],
  send: SendTo,
  context: Context,
  notTold: NotTold,
): Promise<Whole<Told>> {
  const answer = await send(calls.map(({ agency }) => agency));
  return joined(
    calls.map(({ decode }) => decode(answer, context)),
    notTold,
  );
}

/**
 * A call to each at the same time. One that fails is told of as failed; the lookup fails only when all of them do.
 */
export async function askEach<Told>(
  { failed }: Subject<Told>,
  calls: readonly AgencyCall<Told>[],
  send: SendTo,
  context: Context,
  notTold: NotTold,
  report: Report<Told>,
): Promise<Whole<Told>> {
  const waiting = new Set(calls.map(({ agency }) => agency).filter((agency) => IDENTITY_TELLERS.has(agency)));
  const failures: LookupFailed[] = [];
  const come: Part<Told>[] = [];
  const parts = await Promise.all(
    calls.map(async ({ agency, sources, decode }) => {
      const part = await send([agency]).then(
        (answer) => decode(answer, context),
        (error: unknown): Part<Told> => {
          if (!(error instanceof LookupFailed)) throw error;
          failures.push(error);
          const reason = reasonOf(error.detail);
          const asked = agency === 'CSN' ? context.csnAsked : undefined;
          return { told: sources.map((source) => failed(source, reason, asked)), protectedIdentity: false };
        },
      );
      waiting.delete(agency);
      come.push(part);
      report(part.told, waiting.size === 0 ? protectionOf(come, notTold) : undefined);
      return part;
    }),
  );
  const [first] = failures;
  if (first && failures.length === calls.length) throw first;
  return joined(parts, notTold);
}

function joined<Told>(parts: readonly Part<Told>[], notTold: NotTold): Whole<Told> {
  return {
    told: parts.flatMap(({ told }) => told),
    protectedIdentity: protectionOf(parts, notTold),
  };
}

/**
 * A mark from anyone is a yes, and only who has to say can say no. While that one is silent a mark of another's makes no
 * difference to what may be told: else it would be seen which persons others mark (DESIGN rule 6).
 */
function protectionOf(parts: readonly Part<unknown>[], notTold: NotTold): ProtectedIdentity {
  const isTold = parts.some(({ saysWhetherProtected }) => saysWhetherProtected);
  if (!isTold && notTold === 'withhold') return 'not-told';
  return parts.some(({ protectedIdentity }) => protectedIdentity);
}

/** What a call that failed says of the one agency that it was for. What does not go better by itself is never told as passing. */
function reasonOf(detail: LookupFailure): UncheckedReason {
  if (detail === 'timeout') return 'timeout';
  if (['soap-fault', 'http-refused', 'tls', 'invalid-question'].includes(detail)) return 'rejected';
  return detail === 'unreadable' || detail === 'too-large' ? 'unreadable' : 'unavailable';
}
