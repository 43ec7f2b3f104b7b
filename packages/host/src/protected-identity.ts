import {
  backgroundThatAnswered,
  sourceThatAnswered,
  type BackgroundAnswer,
  type BackgroundBlock,
  type IncomeAnswer,
  type Source,
} from '@medborgarnavet/model';

/**
 * What may be told on. A person with protected identity is left out without a trace: what is told is, to the byte, what
 * is told of a person whom the same sources know nothing about (DESIGN rule 6).
 */
export function tellable({ sources, protectedIdentity }: IncomeAnswer): Source[] {
  return sources.map((source): Source => {
    if (!protectedIdentity || source.verdict === 'unchecked' || source.verdict === 'not-asked') return source;
    return sourceThatAnswered(source.source, [], [], source.asked);
  });
}

/** The same of what lies behind the payments. */
export function tellableBackground({ blocks, protectedIdentity }: BackgroundAnswer): BackgroundBlock[] {
  return blocks.map((block): BackgroundBlock => {
    if (!protectedIdentity || block.verdict === 'unchecked' || block.verdict === 'not-asked') return block;
    return backgroundThatAnswered(block.source, [], [], block.asked);
  });
}
