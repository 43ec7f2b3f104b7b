import type { BackgroundStatement, IncomeRequest, LookUpBackground } from '@medborgarnavet/model';
import { caseOf } from './asking.ts';
import { accessedIn, audited, hasAnswered } from './audit/audited.ts';
import type { IncomeParts } from './income.ts';
import { jsonResponse } from './problem.ts';
import { tellableBackground } from './protected-identity.ts';
import type { Caller } from './route.ts';

/**
 * `POST /background`: asks the authorities what lies behind the payments, for a person who has asked to see it. It is told
 * and not kept, and it is no part of what is handed in.
 */
export async function fetchBackground(
  parts: Pick<IncomeParts, 'clock' | 'audit'>,
  lookUpBackground: LookUpBackground,
  { asking, permit, counts }: Caller,
  { period }: IncomeRequest,
): Promise<Response> {
  const of = caseOf(asking);
  const question = { personnummer: of.personnummer, arende: of.reference, period };
  const blocks = await audited(
    { audit: parts.audit, of, action: 'background-fetch' },
    async () => {
      await permit();
      const told = tellableBackground(await lookUpBackground(question, { permit }));
      if (hasAnswered(told)) counts();
      return told;
    },
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
