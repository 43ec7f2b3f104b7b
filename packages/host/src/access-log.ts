import type { AccessLog } from '@medborgarnavet/model';
import { caseToLookBackOn, type Asking } from './asking.ts';
import type { Audit } from './audit/audit.ts';
import { AuditBroken } from './audit/chained-audit.ts';
import type { Answer } from './ndjson.ts';
import { jsonResponse } from './problem.ts';

/** What for, where the host has no words of its own. */
const PURPOSE = 'Handläggning av ansökan om ekonomiskt bistånd';

/**
 * `GET /access-log`: what has been done with the data of this application, also when it is handed in. When somebody has been at the entries the
 * person gets those that hold, and is told that they are not all; the host's log tells of it as `audit-broken`.
 */
export async function accessLog(audit: Audit, asking: Asking, purpose = PURPOSE): Promise<Response | Answer> {
  const of = caseToLookBackOn(asking);
  const { events, isWhole } = await audit.ofCase(of);
  const log: AccessLog = {
    version: 1,
    reference: of.reference,
    purpose,
    entries: events.map(({ at, action, outcome, sources = [] }) => ({
      at: at.toISOString(),
      action,
      outcome,
      sources: [...sources],
    })),
    ...(!isWhole && { incomplete: true }),
  };
  const response = jsonResponse(log);
  return isWhole ? response : { response, done: Promise.reject(new AuditBroken()) };
}
