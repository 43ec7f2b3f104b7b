import type { Connection } from './connection.ts';
import { AGENCIES, PING_ANSWER, type Agency } from './envelope.ts';
import { pingEnvelope } from './question.ts';
import { child, text } from './xml/read.ts';

/** What one agency's own test said. */
export interface PingResult {
  readonly agency: Agency;
  /** `not-tested`: the agency has no test of its own. */
  readonly state: 'answered' | 'failed' | 'not-tested';
  /** `SSBT` is the composite service, `BT` the agency; with its code. The message is left out: it may quote anything. */
  readonly failure?: string;
}

/** Asks whether the agencies are there. No personal data is sent or received. Throws LookupFailed. */
export type Ping = () => Promise<readonly PingResult[]>;

export async function ping(connection: Connection): Promise<readonly PingResult[]> {
  const answer = await connection.call(pingEnvelope(connection.config.version), PING_ANSWER);
  return AGENCIES.map((agency): PingResult => {
    const block = answer.element(agency);
    const error = child(block, 'error');
    if (error)
      return { agency, state: 'failed', failure: `${text(error, 'kalla')} ${text(error, 'felkod')}` };
    return { agency, state: text(block, 'anropad') === 'true' ? 'answered' : 'not-tested' };
  });
}
