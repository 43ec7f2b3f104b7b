/**
 * SQLSTATE (PostgreSQL, appendix A) of a server that cannot do it now: classes 08 connection, 53 resources, 57 stopped by whoever runs it
 * or by a limit of time, 58 system, and what is locked for too long or may be read only, as a standby after a failover.
 */
const AWAY = /^(08|53|57|58)...$|^(55P03|25006)$/;
/** Of the network, as Node has them: `ECONNREFUSED`, `EAI_AGAIN`. */
const OF_NETWORK = /^E(?!RR_)[A-Z0-9_]+$/;
/** The driver's own errors have no code. */
const OF_DRIVER = /timeout|terminated|not queryable/i;

/** What PostgreSQL, a pooler or the network calls it when the database is away; undefined for any other error. */
export function awayCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string')
    return AWAY.test(error.code) || OF_NETWORK.test(error.code) ? error.code : undefined;
  return OF_DRIVER.test(error.message) ? 'ETIMEDOUT' : undefined;
}

/** `too_many_connections` and `cannot_connect_now`: another try, a moment later, may get through. */
export function isTurnedAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === '53300' || code === '57P03';
}
