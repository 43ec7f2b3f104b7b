import { LookupFailed } from '@medborgarnavet/model';
import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  fullJitterGenerator,
  handleWhen,
  isBrokenCircuitError,
  retry,
  wrap,
} from 'cockatiel';
import { TokenBucket } from 'limiter';
import type { SsbtekConfig } from './config.ts';

/** At most one more attempt. */
const RETRIES = 1;
const FAILURES_BEFORE_OPEN = 5;
const OPEN_FOR = 30_000;

/** What may go better at once. What was refused, or cannot be read, will be so again. */
const TRANSIENT = new Set(['connection', 'http-status']);

/** Makes an attempt, and perhaps one more. The signal holds the deadline of both. */
export type Protected = <T>(attempt: (signal: AbortSignal) => Promise<T>, signal: AbortSignal) => Promise<T>;

/**
 * Guards the service and the municipality against each other: a second attempt after a passing fault (full jitter), no
 * call while too many have failed, and no more calls than agreed.
 * @throws LookupFailed of the attempt, and `circuit-open`, `too-many`, `timeout`.
 */
export function protection({ outward, deadline }: Pick<SsbtekConfig, 'outward' | 'deadline'>): Protected {
  const bucket = new TokenBucket({
    bucketSize: outward.burst,
    tokensPerInterval: outward.perSecond,
    interval: 'second',
  });
  bucket.content = outward.burst;
  const again = retry(handleWhen(isTransient), {
    maxAttempts: RETRIES,
    backoff: new ExponentialBackoff({ generator: fullJitterGenerator, initialDelay: 200, maxDelay: 2_000 }),
  });
  const breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: OPEN_FOR,
    breaker: new ConsecutiveBreaker(FAILURES_BEFORE_OPEN),
  });
  const policy = wrap(again, breaker);

  return async (attempt, signal) => {
    try {
      return await policy.execute(async () => {
        await takeTurn(bucket, deadline);
        if (signal.aborted) throw new LookupFailed('timeout');
        return attempt(signal);
      }, signal);
    } catch (error) {
      if (error instanceof LookupFailed) throw error;
      if (isBrokenCircuitError(error)) throw new LookupFailed('circuit-open');
      throw signal.aborted ? new LookupFailed('timeout') : error;
    }
  };
}

/** Waits in line, unless the line is longer than anyone would wait. */
async function takeTurn(bucket: TokenBucket, longest: number): Promise<void> {
  if (bucket.getWaitTime(1) >= longest) throw new LookupFailed('too-many');
  await bucket.removeTokens(1);
}

function isTransient(error: unknown): boolean {
  return error instanceof LookupFailed && TRANSIENT.has(error.detail);
}

/** What tells that the service is down, and not that one question was wrong or that we held back ourselves. */
function isOutage(error: unknown): boolean {
  return error instanceof LookupFailed && [...TRANSIENT, 'timeout', 'tls'].includes(error.detail);
}
