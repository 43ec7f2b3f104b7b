import type { AccessLog } from '@medborgarnavet/model';
import { caseToLookBackOn, type Asking } from './asking.ts';
import type { Audit } from './audit/audit.ts';
import { jsonResponse } from './problem.ts';

/** What for, where the host has no words of its own. */
const PURPOSE = 'Handläggning av ansökan om ekonomiskt bistånd';

/** `GET /access-log`: what has been done with the data of this application, also when it is handed in. */
export async function accessLog(audit: Audit, asking: Asking, purpose = PURPOSE): Promise<Response> {
  const of = caseToLookBackOn(asking);
  const events = await audit.ofCase(of);
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
  };
  return jsonResponse(log);
}
