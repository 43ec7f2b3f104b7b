import {
  backgroundThatAnswered,
  backgroundThatFailed,
  sourceThatAnswered,
  sourceThatFailed,
  type BackgroundAnswer,
  type BackgroundBlock,
  type IncomeAnswer,
  type Section,
  type Source,
  type UncheckedReason,
} from '@medborgarnavet/model';

/**
 * What may be told on. A person with protected identity is left out without a trace: what is told is, to the byte, what
 * is told of a person whom the same sources know nothing about (DESIGN rule 6). Where nobody could say whether the identity is
 * protected, every answer is withheld from everybody: as nothing it would be a failure shown as zero (DESIGN rule 3).
 */
export function tellable({ sources, protectedIdentity }: IncomeAnswer): Source[] {
  return sources.map((source): Source => {
    if (!protectedIdentity || isOfTheSource(source)) return source;
    if (protectedIdentity === 'not-told') return sourceThatFailed(source.source, 'withheld', source.asked);
    return sourceThatAnswered(source.source, [], gapsOfTheSource(source), source.asked);
  });
}

/** The same of what lies behind the payments. */
export function tellableBackground({ blocks, protectedIdentity }: BackgroundAnswer): BackgroundBlock[] {
  return blocks.map((block): BackgroundBlock => {
    if (!protectedIdentity || isOfTheSource(block)) return block;
    if (protectedIdentity === 'not-told') return backgroundThatFailed(block.source, 'withheld', block.asked);
    return backgroundThatAnswered(block.source, [], gapsOfTheSource(block), block.asked);
  });
}

type Told = Pick<Source, 'source' | 'verdict' | 'sections'>;

/** A source that was not asked, or failed as a whole, says nothing of whom it was asked about. */
function isOfTheSource({ verdict, sections }: Told): boolean {
  return verdict === 'not-asked' || (verdict === 'unchecked' && sections.length === 0);
}

/** Why something of this very person could not be read: there is something, then. */
const OF_THE_PERSON: ReadonlySet<UncheckedReason> = new Set(['unreadable', 'unknown-status']);

/**
 * The parts of a source that are out of order for everybody, and would be missing for a person whom nobody knows as well. An a-kassa is
 * taken to be named only where it has to do with the person (inferred from facts §4.5: change it here).
 */
function gapsOfTheSource({ source, sections }: Told): Section[] {
  if (source === 'SO') return [];
  return sections.filter((section) => section.verdict === 'unchecked' && !OF_THE_PERSON.has(section.reason));
}
