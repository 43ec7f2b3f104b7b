import type { IncomeAnswer, Source } from '@medborgarnavet/model';

/**
 * What may be told on. A person with protected identity is left out without a trace: what is told equals what is told
 * of a person whom the same sources know nothing about (DESIGN rule 6).
 */
export function tellable({ sources, protectedIdentity }: IncomeAnswer): Source[] {
  return sources.map((source): Source => {
    if (!protectedIdentity || source.verdict === 'unchecked' || source.verdict === 'not-asked') return source;
    const { asked } = source;
    return { source: source.source, verdict: 'nothing', sections: [], payments: [], ...(asked && { asked }) };
  });
}
