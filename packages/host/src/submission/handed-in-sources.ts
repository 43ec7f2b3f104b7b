import { formatDate, SOURCE_NAMES, type Section, type Source } from '@medborgarnavet/model';
import type { HandedInSource } from './handed-in.schema.ts';
import { UNCHECKED, VERDICTS } from './handed-in-words.ts';

type Unchecked = HandedInSource['kundeInteKontrolleras'][number];

/** A code and its words. */
export function say<Code extends string>(words: Readonly<Record<Code, string>>, kod: Code) {
  return { kod, text: words[kod] };
}

/** What a source said, and all of it that could not be checked. */
export function toHandedInSource(source: Source): HandedInSource {
  const { asked } = source;
  return {
    kalla: source.source,
    namn: SOURCE_NAMES[source.source],
    svar: say(VERDICTS, source.verdict),
    ...(asked && { tillfragadTid: { fran: asked.from, till: asked.to } }),
    kundeInteKontrolleras: [...ofAll(source), ...source.sections.flatMap(ofSection), ...ofTime(source)],
  };
}

/** Where the sections tell why, what is said of the whole would only be the same again. */
function ofAll(source: Source): readonly Unchecked[] {
  if (source.verdict !== 'unchecked' || source.sections.some(({ verdict }) => verdict === 'unchecked'))
    return [];
  return [{ orsak: say(UNCHECKED, source.reason) }];
}

function ofSection(section: Section): readonly Unchecked[] {
  return section.verdict === 'unchecked'
    ? [{ vad: section.name, orsak: say(UNCHECKED, section.reason) }]
    : [];
}

function ofTime({ asked }: Source): readonly Unchecked[] {
  if (!asked) return [];
  const vad = `Annan tid än ${formatDate(asked.from)}–${formatDate(asked.to)}`;
  return [{ vad, orsak: say(UNCHECKED, 'outside-window') }];
}
