import { LookupFailed, type LookupFailure, type UncheckedReason } from '@medborgarnavet/model';
import type { Agency, AgencyBlocks } from '../envelope.ts';
import type { Part } from '../part.ts';
import type { AgencyCall, Context, Subject } from './subject.ts';

/** Sends a question to these agencies. Throws LookupFailed. */
export type SendTo = (agencies: readonly Agency[]) => Promise<AgencyBlocks>;

/** Given what each answer tells as it comes; whether the identity is protected is undefined until all who can tell have. */
export type Report<Told> = (told: readonly Told[], protectedIdentity: boolean | undefined) => void;

/** Those who can tell that an identity is protected (facts §7.8). */
const IDENTITY_TELLERS: ReadonlySet<Agency> = new Set(['FK', 'CSN', 'AF']);

/** One compound call. */
export async function askTogether<Told>(
  calls: readonly AgencyCall<Told>[],
  send: SendTo,
  context: Context,
): Promise<Part<Told>> {
  const answer = await send(calls.map(({ agency }) => agency));
  return joined(calls.map(({ decode }) => decode(answer, context)));
}

/**
 * A call to each at the same time. One that fails is told of as failed; the lookup fails only when all of them do.
 */
export async function askEach<Told>(
  { failed }: Subject<Told>,
  calls: readonly AgencyCall<Told>[],
  send: SendTo,
  context: Context,
  report: Report<Told>,
): Promise<Part<Told>> {
  const waiting = new Set(calls.map(({ agency }) => agency).filter((agency) => IDENTITY_TELLERS.has(agency)));
  const failures: LookupFailed[] = [];
  let protectedIdentity = false;
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
      protectedIdentity ||= part.protectedIdentity;
      report(part.told, waiting.size === 0 ? protectedIdentity : undefined);
      return part;
    }),
  );
  const [first] = failures;
  if (first && failures.length === calls.length) throw first;
  return joined(parts);
}

function joined<Told>(parts: readonly Part<Told>[]): Part<Told> {
  return {
    told: parts.flatMap(({ told }) => told),
    protectedIdentity: parts.some(({ protectedIdentity }) => protectedIdentity),
  };
}

/** What a call that failed says of the one agency that it was for. What does not go better by itself is never told as passing. */
function reasonOf(detail: LookupFailure): UncheckedReason {
  if (detail === 'timeout') return 'timeout';
  if (['soap-fault', 'http-refused', 'tls', 'invalid-question'].includes(detail)) return 'rejected';
  return detail === 'unreadable' || detail === 'too-large' ? 'unreadable' : 'unavailable';
}
