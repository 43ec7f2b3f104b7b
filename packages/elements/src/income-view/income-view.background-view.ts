import {
  dateInSweden,
  type BackgroundBlock,
  type BackgroundFact,
  type BackgroundStatement,
} from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { sv } from '../localize/sv.ts';
import { toSourceLine, type SourceLine } from '../source-line.ts';
import { SENTENCES } from './income-view.facts.ts';
import type { Sentence, Telling } from './income-view.telling.ts';

export interface FactView {
  readonly heading: string;
  readonly sentences: readonly string[];
}

/** What one source told, with a verdict of its own. */
export interface BlockView {
  readonly line: SourceLine;
  readonly facts: readonly FactView[];
}

export function toBlocks(
  { fetchedAt, period, blocks }: Pick<BackgroundStatement, 'fetchedAt' | 'period' | 'blocks'>,
  texts: IncomeViewTexts,
): BlockView[] {
  const today = dateInSweden(new Date(fetchedAt));
  const views = blocks.map((block) => toBlock(block, { texts, today, period: block.asked ?? period }));
  return joined(views);
}

/** Those with nothing more to say than that there is nothing say it once, together and last. */
function joined(blocks: readonly BlockView[]): BlockView[] {
  const isEmpty = ({ line }: BlockView): boolean => line.verdict === 'nothing' && line.details.length === 0;
  const [first, ...others] = blocks.filter(isEmpty);
  const told = blocks.filter((block) => !isEmpty(block));
  if (!first) return told;
  const name = [first, ...others].map(({ line }) => line.name).join(', ');
  return [...told, { ...first, line: { ...first.line, name } }];
}

function toBlock(block: BackgroundBlock, telling: Telling): BlockView {
  const { source, nothing } = telling.texts.background;
  // A line is made of the verdict and never of what lies behind it.
  const line = toSourceLine({ ...block, payments: [] }, { ...sv, source });
  return {
    line: block.verdict === 'nothing' ? { ...line, text: nothing } : line,
    facts: block.facts.map((fact) => toFact(fact, telling)),
  };
}

export function toFact(fact: BackgroundFact, telling: Telling): FactView {
  const { headings, named } = telling.texts.background.facts;
  const name = nameOf(fact);
  const say = SENTENCES[fact.kind] as (fact: BackgroundFact, telling: Telling) => Sentence[];
  return {
    heading: name === undefined ? headings[fact.kind] : named(headings[fact.kind], name),
    sentences: say(fact, telling).filter((sentence) => sentence !== undefined),
  };
}

/** What it is about, in the authority's own words. */
function nameOf(fact: BackgroundFact): string | undefined {
  if ('benefit' in fact) return fact.benefit.name;
  if ('form' in fact) return fact.form.name;
  if (fact.kind === 'permit') return fact.type;
  return fact.kind === 'unemployment-fund' ? fact.name : undefined;
}
