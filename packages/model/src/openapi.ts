import * as z from 'zod/mini';
import { AccessLog, AccessLogEntry } from './access-log.ts';
import { BackgroundFact } from './background-fact.ts';
import { BackgroundBlock, BackgroundStatement } from './background.ts';
import { Draft, DraftConflictDocument, DraftReceipt, SavedDraft } from './draft.ts';
import { accessLogPath, content, draftPath, json, problems, submissionPath } from './openapi-paths.ts';
import { Payment } from './payment.ts';
import { PROBLEM_STATUS, PROBLEM_TYPES, ProblemDocument, problemTypeUri } from './problem.ts';
import { Source } from './source.ts';
import { IncomeRequest, IncomeStatement } from './statement.ts';
import { IncomeStep, NDJSON } from './step.ts';
import { Submission, SubmissionConflictDocument, SubmissionReceipt } from './submission.ts';
import { Section } from './verdict.ts';

/** Inkomst API v1 as an OpenAPI 3.1 document, made of the schemas that both sides check with. */
export function openApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Inkomst API',
      version: '1.0.0',
      description:
        'Between a page with Medborgarnavet elements and its host. Money is whole öre. Days are days in Sweden. The host knows from its own session who is asking. It answers requests from pages of its own origin (`Sec-Fetch-Site: same-origin`, or `Origin`), and 403 to others. A host that also takes pages of other origins names each of them, answers `OPTIONS` with `Access-Control-Allow-Methods` and `-Headers` (accept, content-type, idempotency-key, if-match, if-none-match), and lets them read every answer, problems too: `Access-Control-Allow-Origin` with that origin, `-Credentials: true`, and `-Expose-Headers: etag, retry-after`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: {
      '/income': {
        post: {
          operationId: 'fetchIncome',
          summary: 'Hämta: asks the authorities and answers with a sealed statement',
          requestBody: { required: true, content: json('IncomeRequest') },
          responses: {
            200: {
              description:
                'What every source said; or, for `Accept: application/x-ndjson`, a line per step, of which the last is the statement or a problem',
              content: { ...json('IncomeStatement'), ...content(NDJSON, 'IncomeStep') },
            },
            ...problems,
          },
        },
        get: {
          operationId: 'latestIncome',
          summary: 'The last statement of this application. Asks no authority',
          responses: {
            200: { description: 'The last statement', content: json('IncomeStatement') },
            204: { description: 'Nothing has been fetched' },
            ...problems,
          },
        },
        delete: {
          operationId: 'withdrawIncome',
          summary: 'Withdraw: forgets what was fetched',
          responses: { 204: { description: 'It is forgotten' }, ...problems },
        },
      },
      '/background': {
        post: {
          operationId: 'fetchBackground',
          summary:
            'What lies behind the payments: asks the authorities, for a person who wants to see it. Not kept. A host may leave it out',
          requestBody: { required: true, content: json('IncomeRequest') },
          responses: {
            200: { description: 'What every source said', content: json('BackgroundStatement') },
            ...problems,
          },
        },
      },
      '/draft': draftPath,
      '/submission': submissionPath,
      '/access-log': accessLogPath,
    },
    components: {
      schemas: namedSchemas(),
    },
  };
}

function describe(type: (typeof PROBLEM_TYPES)[number]): string {
  return `- ${problemTypeUri(type)} (${PROBLEM_STATUS[type]})`;
}

/** Each schema once, the others pointing at it by name. */
function namedSchemas(): object {
  const named = z.registry<{ id: string; description?: string }>();
  named.add(IncomeRequest, { id: 'IncomeRequest' });
  named.add(IncomeStatement, { id: 'IncomeStatement' });
  named.add(BackgroundStatement, { id: 'BackgroundStatement' });
  named.add(BackgroundBlock, { id: 'BackgroundBlock' });
  named.add(BackgroundFact, { id: 'BackgroundFact' });
  named.add(IncomeStep, { id: 'IncomeStep' });
  named.add(Draft, { id: 'Draft' });
  named.add(DraftReceipt, { id: 'DraftReceipt' });
  named.add(SavedDraft, { id: 'SavedDraft' });
  named.add(DraftConflictDocument, { id: 'DraftConflict' });
  named.add(Submission, { id: 'Submission' });
  named.add(SubmissionReceipt, { id: 'SubmissionReceipt' });
  named.add(SubmissionConflictDocument, { id: 'SubmissionConflict' });
  named.add(AccessLog, { id: 'AccessLog' });
  named.add(AccessLogEntry, { id: 'AccessLogEntry' });
  named.add(Source, { id: 'Source' });
  named.add(Section, { id: 'Section' });
  named.add(Payment, { id: 'Payment' });
  named.add(ProblemDocument, { id: 'Problem', description: PROBLEM_TYPES.map(describe).join('\n') });
  const { schemas } = z.toJSONSchema(named, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutIdentity(schema)]));
}

/** OpenAPI names the schema by its place. */
function withoutIdentity(schema: object): object {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => !['$schema', '$id', 'id'].includes(key)),
  );
}
