import { IncomeRequest, type LookUpIncome, type Period, type UnsealedStatement } from '@medborgarnavet/model';
import type { Asking, OpenApplication } from './asking.ts';
import { emptyResponse, jsonResponse, Problem } from './problem.ts';
import { tellable } from './protected-identity.ts';
import type { Seal } from './seal.ts';
import type { StatementStore } from './statements.ts';

export interface IncomeParts {
  readonly lookUpIncome: LookUpIncome;
  readonly statements: StatementStore;
  readonly seal: Seal;
  readonly clock: () => Date;
  /** A random id, 8–64 characters of `A–Z a–z 0–9 _ -`. */
  readonly newId: () => string;
}

/** The purpose gate: lets nobody past who has not an application open that is meant to be handed in. */
function requireApplication({ application }: Asking): OpenApplication {
  if (!application) throw new Problem('no-application');
  if (application.intent !== 'apply') throw new Problem('purpose-refused');
  return application;
}

/** `POST /income`: asks the authorities, seals what they said, keeps it in place of what was there, and tells it. */
export async function fetchIncome(parts: IncomeParts, asking: Asking, body: unknown): Promise<Response> {
  const { reference } = requireApplication(asking);
  const { period } = parseRequest(body);
  const answer = await parts.lookUpIncome({ personnummer: asking.personnummer, arende: reference, period });
  const unsealed: UnsealedStatement = {
    id: parts.newId(),
    version: 1,
    fetchedAt: parts.clock().toISOString(),
    period,
    sources: tellable(answer),
  };
  const statement = await parts.seal.sign(unsealed, reference);
  await parts.statements.save(reference, statement);
  return jsonResponse(statement);
}

/** `GET /income`: the last statement of this application, or 204. Asks no authority. */
export async function latestIncome(parts: IncomeParts, asking: Asking): Promise<Response> {
  const statement = await parts.statements.find(requireApplication(asking).reference);
  return statement ? jsonResponse(statement) : emptyResponse(204);
}

function parseRequest(body: unknown): { period: Period } {
  const parsed = IncomeRequest.safeParse(body);
  if (!parsed.success) throw new Problem('invalid-input');
  return parsed.data;
}
