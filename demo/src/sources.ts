import { SOURCE_NAMES, type BackgroundBlock, type Source } from '@medborgarnavet/model';

/** What a source said of payments, or of what lies behind them. */
type Told = Pick<Source | BackgroundBlock, 'source' | 'verdict' | 'sections' | 'asked'>;

/** What could not be checked: a source, one of those that it answers for, or a part of the time. */
export function uncheckedIn(told: readonly Told[]): readonly string[] {
  return told.flatMap(({ source, verdict, sections, asked }) => {
    const name = SOURCE_NAMES[source];
    if (verdict === 'unchecked') return [name];
    const unchecked = sections.filter((section) => section.verdict === 'unchecked');
    return [
      ...unchecked.map((section) => `${name} (${section.name})`),
      ...(asked ? [`${name} (en del av tiden)`] : []),
    ];
  });
}
