import { sourceThatAnswered, type Source } from '@medborgarnavet/model';

/** What a source that said this would say of somebody whom it knows nothing about: only what is out of order for everybody. */
export function ofNobody(source: Source): Source {
  if (source.verdict === 'not-asked' || (source.verdict === 'unchecked' && source.sections.length === 0))
    return source;
  const gaps = source.sections.filter(
    (section) =>
      section.verdict === 'unchecked' &&
      source.source !== 'SO' &&
      !['unreadable', 'unknown-status'].includes(section.reason),
  );
  return sourceThatAnswered(source.source, [], gaps, source.asked);
}
