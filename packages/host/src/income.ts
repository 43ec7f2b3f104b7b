import {
  IncomeRequest,
  type IncomeStatement,
  type IncomeStep,
  type LookUpIncome,
  type LookupProgress,
  type Period,
  type Source,
  type UnsealedStatement,
} from '@medborgarnavet/model';
import { caseOf, requireApplication, type Asking, type Case, type OpenApplication } from './asking.ts';
import type { Audit } from './audit/audit.ts';
import { accessedIn, audited } from './audit/audited.ts';
import { emptyResponse, jsonResponse, Problem } from './problem.ts';
import { ndjsonAnswer, type Answer } from './ndjson.ts';
import { tellable } from './protected-identity.ts';
import type { Seal } from './seal.ts';
import { statementsOf, type StatementsOf, type StatementStore } from './statements.ts';

export interface IncomeParts {
  readonly lookUpIncome: LookUpIncome;
  /** One store for everybody, or the one of who is asking. */
  readonly statements: StatementStore | StatementsOf;
  readonly seal: Seal;
  /** Who did what with whose data. Without it nothing is written of that, and there is no `GET /access-log`. */
  readonly audit?: Audit;
  readonly clock: () => Date;
  /** A random id, 8–64 characters of `A–Z a–z 0–9 _ -`. */
  readonly newId: () => string;
}

/** `POST /income`: asks the authorities, seals what they said, keeps it in place of what was there, and tells it. */
export async function fetchIncome(parts: IncomeParts, asking: Asking, body: unknown): Promise<Response> {
  return jsonResponse(await income(parts, requireApplication(asking), asking, parseRequest(body)));
}

/** The same, telling each source as it answers. What is refused before anyone is asked is refused as by the other. */
export async function fetchIncomeInSteps(parts: IncomeParts, asking: Asking, body: unknown): Promise<Answer> {
  const application = requireApplication(asking);
  const period = parseRequest(body);
  return Promise.resolve(
    ndjsonAnswer(async (tell, signal) => {
      const statement = await income(parts, application, asking, period, { tell, signal });
      tell({ step: 'statement', statement });
    }),
  );
}

interface Listener {
  readonly tell?: (step: IncomeStep) => void;
  /** Nobody listens any longer. */
  readonly signal?: AbortSignal;
}

async function income(
  parts: IncomeParts,
  { reference }: OpenApplication,
  asking: Asking,
  period: Period,
  listener: Listener = {},
): Promise<IncomeStatement> {
  const of = { personnummer: asking.personnummer, reference };
  return audited(
    { audit: parts.audit, of, action: 'income-fetch' },
    () => fetchAndKeep(parts, of, period, listener),
    ({ sources }) => accessedIn(sources),
  );
}

async function fetchAndKeep(
  parts: IncomeParts,
  { personnummer, reference }: Case,
  period: Period,
  { tell = () => undefined, signal }: Listener,
): Promise<IncomeStatement> {
  const held: Source[] = [];
  const report = (progress: LookupProgress): void => {
    if (progress.kind === 'asked') {
      tell({ step: 'asked', sources: [...progress.sources] });
      return;
    }
    held.push(...progress.sources);
    const { protectedIdentity } = progress;
    // Nothing is told before it is known whether anything may be.
    if (protectedIdentity === undefined) return;
    for (const source of tellable({ sources: held.splice(0), protectedIdentity }))
      tell({ step: 'source', source });
  };
  const statements = statementsOf(parts.statements, { personnummer });
  const generation = await statements.generation(reference);
  const question = { personnummer, arende: reference, period };
  const answer = await parts.lookUpIncome(question, { report, ...(signal && { signal }) });
  const unsealed: UnsealedStatement = {
    id: parts.newId(),
    version: 1,
    fetchedAt: parts.clock().toISOString(),
    period,
    sources: tellable(answer),
  };
  const statement = await parts.seal.sign(unsealed, reference);
  if (!(await statements.save(reference, statement, generation))) throw new Problem('conflict');
  return statement;
}

/** `DELETE /income`: what was fetched is forgotten. What the person wrote is not ours to touch. */
export async function withdrawIncome(parts: IncomeParts, asking: Asking): Promise<Response> {
  const of = caseOf(asking);
  await statementsOf(parts.statements, asking).remove(of.reference);
  await parts.audit?.write(of, { action: 'income-withdraw', outcome: 'done' });
  return emptyResponse(204);
}

/** `GET /income`: the last statement of this application, or 204. Asks no authority. */
export async function latestIncome(parts: IncomeParts, asking: Asking): Promise<Response> {
  const of = caseOf(asking);
  const statement = await statementsOf(parts.statements, asking).find(of.reference);
  if (!statement) return emptyResponse(204);
  await parts.audit?.write(of, { action: 'income-read', outcome: 'done' });
  return jsonResponse(statement);
}

export function parseRequest(body: unknown): Period {
  const parsed = IncomeRequest.safeParse(body);
  if (!parsed.success) throw new Problem('invalid-input');
  return parsed.data.period;
}
