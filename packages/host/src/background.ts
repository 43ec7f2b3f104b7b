import type { BackgroundStatement, LookUpBackground } from '@medborgarnavet/model';
import { caseOf, type Asking } from './asking.ts';
import { accessedIn, audited } from './audit/audited.ts';
import { parseRequest, type IncomeParts } from './income.ts';
import { jsonResponse } from './problem.ts';
import { tellableBackground } from './protected-identity.ts';

/**
 * `POST /background`: asks the authorities what lies behind the payments, for a person who has asked to see it. It is told
 * and not kept, and it is no part of what is handed in.
 */
export async function fetchBackground(
  parts: Pick<IncomeParts, 'clock' | 'audit'>,
  lookUpBackground: LookUpBackground,
  asking: Asking,
  body: unknown,
): Promise<Response> {
  const of = caseOf(asking);
  const period = parseRequest(body);
  const question = { personnummer: of.personnummer, arende: of.reference, period };
  const blocks = await audited(
    { audit: parts.audit, of, action: 'background-fetch' },
    async () => tellableBackground(await lookUpBackground(question)),
    accessedIn,
  );
  const statement: BackgroundStatement = {
    version: 1,
    fetchedAt: parts.clock().toISOString(),
    period,
    blocks,
  };
  return jsonResponse(statement);
}
