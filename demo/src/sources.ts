import { SOURCE_NAMES, type IncomeStatement } from '@medborgarnavet/model';

/** Those that answered, whether they had anything to tell or not. */
export function answeredIn({ sources }: IncomeStatement): readonly string[] {
  return sources
    .filter(({ verdict }) => verdict === 'answered' || verdict === 'nothing')
    .map(({ source }) => SOURCE_NAMES[source]);
}

/** What could not be checked: a source, one of those that it answers for, or a part of the time. */
export function uncheckedIn({ sources }: IncomeStatement): readonly string[] {
  return sources.flatMap(({ source, verdict, sections, asked }) => {
    const name = SOURCE_NAMES[source];
    if (verdict === 'unchecked') return [name];
    const unchecked = sections.filter((section) => section.verdict === 'unchecked');
    return [
      ...unchecked.map((section) => `${name} (${section.name})`),
      ...(asked ? [`${name} (en del av tiden)`] : []),
    ];
  });
}
