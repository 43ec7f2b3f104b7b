import {
  type IncomeRequest,
  type IncomeStatement,
  type IncomeStep,
  type LookUpIncome,
  type LookupProgress,
  type Period,
  type Source,
  type UnsealedStatement,
} from '@medborgarnavet/model';
import { caseOf, type Asking, type Case } from './asking.ts';
import type { Audit } from './audit/audit.ts';
import { accessedIn, audited, auditedDeed, hasAnswered } from './audit/audited.ts';
import { emptyResponse, jsonResponse, Problem } from './problem.ts';
import { ndjsonAnswer, type Answer } from './ndjson.ts';
import { tellable } from './protected-identity.ts';
import type { Caller } from './route.ts';
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
export async function fetchIncome(
  parts: IncomeParts,
  caller: Caller,
  { period }: IncomeRequest,
): Promise<Response> {
  return jsonResponse(await (await beginFetch(parts, caller, period))());
}

/** The same, telling each source as it answers. What is refused before anyone is asked is refused as by the other. */
export async function fetchIncomeInSteps(
  parts: IncomeParts,
  caller: Caller,
  { period }: IncomeRequest,
): Promise<Answer> {
  const fetch = await beginFetch(parts, caller, period);
  return ndjsonAnswer(async (tell, signal) => {
    const statement = await fetch({ tell, signal });
    tell({ step: 'statement', statement });
  });
}

interface Listener {
  readonly tell?: (step: IncomeStep) => void;
  /** Nobody listens any longer. */
  readonly signal?: AbortSignal;
}

/** A fetch that is still to be made, to an application as it stands now. */
interface Fetch extends Caller {
  readonly of: Case;
  readonly period: Period;
  /** Read before anything is waited for: what is withdrawn from now on must not come back. */
  readonly generation: number;
}

async function beginFetch(
  parts: IncomeParts,
  caller: Caller,
  period: Period,
): Promise<(listener?: Listener) => Promise<IncomeStatement>> {
  const of = caseOf(caller.asking);
  const generation = await statementsOf(parts.statements, of).generation(of.reference);
  const fetch: Fetch = { ...caller, of, period, generation };
  return (listener = {}) =>
    audited(
      { audit: parts.audit, of, action: 'income-fetch' },
      () => fetchAndKeep(parts, fetch, listener),
      ({ sources }) => accessedIn(sources),
    );
}

async function fetchAndKeep(
  parts: IncomeParts,
  { of: { personnummer, reference }, period, generation, permit, counts }: Fetch,
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
  const question = { personnummer, arende: reference, period };
  await permit();
  const lookup = parts.lookUpIncome(question, { report, permit, ...(signal && { signal }) });
  const answer = await lookup.finally(() => {
    // What the person has stopped themselves has been asked all the same.
    if (signal?.aborted) counts();
  });
  const sources = tellable(answer);
  if (hasAnswered(sources)) counts();
  const unsealed: UnsealedStatement = {
    id: parts.newId(),
    version: 1,
    fetchedAt: parts.clock().toISOString(),
    period,
    sources,
  };
  const statement = await parts.seal.sign(unsealed, reference);
  const statements = statementsOf(parts.statements, { personnummer });
  if (!(await statements.save(reference, statement, generation))) throw new Problem('conflict');
  return statement;
}

/** `DELETE /income`: what was fetched is forgotten. What the person wrote is not ours to touch. */
export async function withdrawIncome(parts: IncomeParts, asking: Asking): Promise<Response> {
  const of = caseOf(asking);
  await auditedDeed({ audit: parts.audit, of, action: 'income-withdraw' }, () =>
    statementsOf(parts.statements, asking).remove(of.reference),
  );
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
