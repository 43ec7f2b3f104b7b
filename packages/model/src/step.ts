import * as z from 'zod/mini';
import { ProblemDocument } from './problem.ts';
import { SourceCode } from './source-code.ts';
import { Source } from './source.ts';
import { IncomeStatement } from './statement.ts';

/**
 * One line of `POST /income` when it is answered as `application/x-ndjson`: who has been asked, what each source says as it
 * answers, and last either the whole sealed statement or why there is none. Only the statement counts; the lines before
 * it are there to be looked at while waiting, and a host may leave them out.
 */
export const IncomeStep = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('asked'), sources: z.array(SourceCode).check(z.maxLength(8)) }),
  z.strictObject({ step: z.literal('source'), source: Source }),
  z.strictObject({ step: z.literal('statement'), statement: IncomeStatement }),
  z.strictObject({ step: z.literal('problem'), problem: ProblemDocument }),
]);
export type IncomeStep = z.infer<typeof IncomeStep>;

/** The steps that are told while waiting. */
export type IncomeProgress = Extract<IncomeStep, { step: 'asked' | 'source' }>;

export const NDJSON = 'application/x-ndjson';
