import {
  backgroundThatFailed,
  oreFromKronor,
  type BackgroundBlock,
  type BackgroundFactOf,
  type Benefit,
  type Period,
} from '@medborgarnavet/model';
import { paymentsOf, partsOf } from '../agencies/csn.ts';
import { formOf, openCsn } from '../agencies/csn-answer.ts';
import { clip } from '../agencies/decoded.ts';
import { readDate, readWeek } from '../dates.ts';
import type { AgencyBlock } from '../envelope.ts';
import { failedPart, type Part } from '../part.ts';
import type { XmlElement } from '../xml/parse.ts';
import { at, child, children, text } from '../xml/read.ts';
import { bounded, piecesOf, type Piece, type Pieces } from './bounded.ts';
import { readFields, readPercent, withPeriod, type Fields } from './fields.ts';
import { blockOf, foundInEach, gap, together, type Found } from './found.ts';

type StudySupport = BackgroundFactOf<'study-support'>;

/** As many as the model holds of what was applied for and granted, of parts of an amount, and of planned payments. */
const MOST_TIMES = 100;
const MOST_PAYMENTS = 500;

/**
 * CSN's cases of this person. Who else has taken a loan is never read.
 * @param asked the time that CSN was asked about, where it is shorter than the question's own.
 */
export function decodeCsnBackground(
  block: AgencyBlock,
  personnummer: string,
  asked: Period | undefined,
): Part<BackgroundBlock> {
  const answer = openCsn(block, personnummer);
  if (answer.kind === 'failed') return failedPart(answer, backgroundThatFailed('CSN', answer.reason, asked));
  const found = together(foundInEach(answer.cases, decodeCase), { facts: [], sections: answer.gaps });
  return {
    told: [{ ...blockOf('CSN', bounded(found)), ...(asked && { asked }) }],
    protectedIdentity: answer.protectedIdentity,
  };
}

function decodeCase(arende: XmlElement): Found {
  const form = formOf(arende);
  if (!form) return gap('Ett stöd');
  const soktaTider = children(at(arende, 'soktaTider'), 'soktTid');
  const beviljadeTider = children(at(arende, 'BeviljadeTider'), 'BeviljadTid');
  const applied = piecesOf(soktaTider, MOST_TIMES, form.name, decodeApplied);
  const granted = piecesOf(beviljadeTider, MOST_TIMES, form.name, decodeGranted);
  const plan = planOf(arende, form);
  const status = clip(text(arende, 'status'));
  const fact: StudySupport = {
    kind: 'study-support',
    form,
    ...(status !== '' && { status }),
    applied: applied.items,
    granted: granted.items,
    plan: plan.items,
  };
  return together({ facts: [fact], sections: [] }, applied.gaps, granted.gaps, plan.gaps);
}

const APPLIED = {
  from: ['soktfrom', readDate],
  to: ['sokttom', readDate],
  extent: ['soktomfattning', readPercent],
  loan: ['soktlan', readLoan],
} as const satisfies Fields;

function decodeApplied(time: XmlElement): Piece<StudySupport['applied'][number]> {
  const { values, told, whole } = withPeriod(readFields((name) => text(time, name), APPLIED));
  const isWithoutLoan = child(time, 'soktlan')?.text.trim() === '';
  const item = { ...values, ...(isWithoutLoan && { loan: false }) };
  return { item: isEmpty(values) ? undefined : item, whole: told && whole };
}

/** J means yes, and blank means no. */
function readLoan(text: string): boolean | undefined {
  return text === 'J' ? true : undefined;
}

const GRANTED = {
  from: ['starttid', (text: string) => readTime(text, 'first')],
  to: ['sluttid', (text: string) => readTime(text, 'last')],
  extent: ['takt', readPercent],
  basicExtent: ['gr_takt', readPercent],
  amount: ['totbelopp', oreFromKronor],
} as const satisfies Fields;

function decodeGranted(time: XmlElement): Piece<StudySupport['granted'][number]> {
  const { values, told, whole } = withPeriod(readFields((name) => text(time, name), GRANTED));
  const written = partsOf(time);
  const parts = written.flatMap(({ benefit, amount }) => (amount === undefined ? [] : [{ benefit, amount }]));
  return {
    item:
      isEmpty(values) && parts.length === 0 ? undefined : { ...values, parts: parts.slice(0, MOST_TIMES) },
    whole: told && whole && parts.length === written.length && parts.length <= MOST_TIMES,
  };
}

/** Weeks, `yyyyWW`; their type has room for days too. */
function readTime(text: string, end: 'first' | 'last'): string | undefined {
  return readDate(readWeek(text, end) ?? text);
}

/** The same payments that are told of as money. */
function planOf(arende: XmlElement, form: Benefit): Pieces<StudySupport['plan'][number]> {
  const { payments, sections } = paymentsOf(arende, form);
  const { items, gaps } = piecesOf(payments, MOST_PAYMENTS, form.name, ({ date, status, net }) => ({
    item: { ...(date !== undefined && { date }), status, amount: net },
    whole: true,
  }));
  return { items, gaps: together({ facts: [], sections }, gaps) };
}

function isEmpty(values: object): boolean {
  return Object.keys(values).length === 0;
}
