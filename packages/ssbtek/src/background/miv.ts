import { backgroundThatFailed, type BackgroundBlock } from '@medborgarnavet/model';
import { clip } from '../agencies/decoded.ts';
import { readDate } from '../dates.ts';
import type { AgencyBlock } from '../envelope.ts';
import { refusalOf, whose } from '../identity.ts';
import { failedPart, open, type Part } from '../part.ts';
import type { XmlElement } from '../xml/parse.ts';
import { child, children, text } from '../xml/read.ts';
import { readFields, withPeriod, type Fields } from './fields.ts';
import { blockOf, found, foundInEach, together, type Found } from './found.ts';

const ARRIVAL = { country: ['hemland', clip], date: ['inresedatum', readDate] } as const satisfies Fields;

const PERMIT = {
  type: ['arendeTyp', clip],
  decision: ['beslutsKod', clip],
  outcome: ['beslutsTyp', clip],
  reason: ['anledning', clip],
  applied: ['ansokningsdatum', readDate],
  decided: ['beslutsdatum', readDate],
  from: ['fromDatum', readDate],
  to: ['tomDatum', readDate],
  permanent: ['giltighetstid', readPermanence],
} as const satisfies Fields;

/** Migrationsverket's answer: when the person came and from where, and the permits (facts §4.8). Names are never read. */
export function decodeMiv(block: AgencyBlock, personnummer: string): Part<BackgroundBlock> {
  if (block.kind === 'failed') return failedPart(block, backgroundThatFailed('MIV', block.reason));
  const response = child(block.data, 'response');
  if (!response) return open(backgroundThatFailed('MIV', 'unreadable'));
  const refusal = refusalOf([whose(text(response, 'personnummer'), personnummer)]);
  if (refusal) return failedPart(refusal, backgroundThatFailed('MIV', refusal.reason));
  const permits = children(child(response, 'svarCollection'), 'svar').filter((svar) => !isNil(svar));
  return open(blockOf('MIV', together(decodeArrival(response), foundInEach(permits, decodePermit))));
}

function decodeArrival(response: XmlElement): Found {
  const { values, whole } = readFields((name) => text(response, name), ARRIVAL);
  return found({ kind: 'arrival', ...values }, whole, 'Inresa');
}

/** Each code has its words beside it, in an element of its own. */
function decodePermit(svar: XmlElement): Found {
  const wordsOf = (name: string): string => text(svar, `${name}Namn`) || text(svar, name);
  const { values, told, whole } = withPeriod(readFields(wordsOf, PERMIT));
  return found({ kind: 'permit', ...values }, told && whole, 'Tillstånd');
}

/** What is nil has no content. */
function isNil(element: XmlElement): boolean {
  return element.children.length === 0 && element.text.trim() === '';
}

function readPermanence(text: string): boolean | undefined {
  if (text === 'PERMANENT') return true;
  return text === 'TIDBEGRANSAT' ? false : undefined;
}
