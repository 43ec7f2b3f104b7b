import { coded } from '../notation.ts';
import type { LefiQuestion } from './question.ts';

const CLASSES = [
  'formansinformation',
  'ansprak',
  'beslut',
  'preliminaraUtbetalningar',
  'utbetalningar',
  'ovrigInformation',
] as const;

const REASONS = {
  missing: { kod: 'INTERNT_FEL', beskrivning: 'Ett internt fel har inträffat' },
  unauthorised: { kod: 'OBEHORIG', beskrivning: 'Behörighet saknas' },
} as const;

/** The groups and types of information that one of the two behind LEFI does not answer about, by reason. */
type Gaps = Readonly<Partial<Record<keyof typeof REASONS, readonly string[]>>>;

/** `LefiExternFormansinformationAvvikelser`: what was asked for and could not be answered about. */
export function avvikelser(gaps: readonly Gaps[], question: LefiQuestion): object {
  const listed = CLASSES.map((name) => {
    const asked: readonly string[] = question[name];
    const groups = gaps.flatMap((gap) =>
      (['missing', 'unauthorised'] as const).flatMap((reason) =>
        (gap[reason] ?? []).map((group) => ({ ...coded(group), avvikelse: REASONS[reason] })),
      ),
    );
    return [
      name,
      groups
        .filter(({ code }) => asked.includes(code))
        .map(({ code, name: beskrivning, avvikelse }) => ({
          avvikelse,
          [name === 'ovrigInformation' ? 'ovrigInformationstyp' : 'formansgrupp']: { kod: code, beskrivning },
        })),
    ] as const;
  });
  return Object.fromEntries(listed.filter(([, groups]) => groups.length > 0));
}

/** The question without what is not answered about. */
export function withoutGaps(question: LefiQuestion, gaps: readonly Gaps[]): LefiQuestion {
  const codes = gaps
    .flatMap(({ missing = [], unauthorised = [] }) => [...missing, ...unauthorised])
    .map((group) => coded(group).code);
  const without = <Code extends string>(asked: readonly Code[]): readonly Code[] =>
    asked.filter((code) => !codes.includes(code));
  return {
    ...question,
    formansinformation: without(question.formansinformation),
    ansprak: without(question.ansprak),
    beslut: without(question.beslut),
    preliminaraUtbetalningar: without(question.preliminaraUtbetalningar),
    utbetalningar: without(question.utbetalningar),
    ovrigInformation: without(question.ovrigInformation),
  };
}
