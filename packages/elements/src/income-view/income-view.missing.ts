import {
  overlap,
  type IncomeStatement,
  type Period,
  type Source,
  type SourceCode,
} from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';

export interface MissingInput {
  readonly statement: IncomeStatement;
  /** Whom the host asks. */
  readonly asked: readonly SourceCode[];
  readonly texts: IncomeViewTexts;
}

/** Who has not told of all of these days: failed, in part, for a shorter time, or never asked. */
export function missingIn(
  days: Period,
  { statement, asked, texts }: MissingInput,
): { unchecked: string[]; notAsked: string[] } {
  const sources = new Map(statement.sources.map((source) => [source.source, source]));
  const codes = [...new Set([...sources.keys(), ...asked])];
  const name = (code: SourceCode): string => texts.origin.inSentence[code];
  return {
    unchecked: codes.flatMap((code) => {
      const source = sources.get(code);
      return source ? gapsOf(source, days, statement.period, name(code)) : [];
    }),
    notAsked: codes.filter((code) => (sources.get(code)?.verdict ?? 'not-asked') === 'not-asked').map(name),
  };
}

function gapsOf(source: Source, days: Period, whole: Period, name: string): string[] {
  if (source.verdict === 'unchecked') return [name];
  const meant = overlap(days, whole);
  const told = source.asked && meant ? overlap(source.asked, meant) : meant;
  if (told?.from !== meant?.from || told?.to !== meant?.to) return [name];
  return source.sections
    .filter(({ verdict }) => verdict === 'unchecked')
    .map((section) => (source.source === 'SO' ? section.name : `${name} (${section.name})`));
}
