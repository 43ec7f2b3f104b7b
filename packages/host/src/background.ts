import type { BackgroundStatement, LookUpBackground } from '@medborgarnavet/model';
import { requireApplication, type Asking } from './asking.ts';
import { parseRequest, type IncomeParts } from './income.ts';
import { jsonResponse } from './problem.ts';
import { tellableBackground } from './protected-identity.ts';

/**
 * `POST /background`: asks the authorities what lies behind the payments, for a person who has asked to see it. It is told
 * and not kept, and it is no part of what is handed in.
 */
export async function fetchBackground(
  parts: Pick<IncomeParts, 'clock'>,
  lookUpBackground: LookUpBackground,
  asking: Asking,
  body: unknown,
): Promise<Response> {
  const { reference } = requireApplication(asking);
  const period = parseRequest(body);
  const answer = await lookUpBackground({ personnummer: asking.personnummer, arende: reference, period });
  const statement: BackgroundStatement = {
    version: 1,
    fetchedAt: parts.clock().toISOString(),
    period,
    blocks: tellableBackground(answer),
  };
  return jsonResponse(statement);
}
