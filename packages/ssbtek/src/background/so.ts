import {
  backgroundThatFailed,
  type BackgroundBlock,
  type BackgroundFactOf,
  type OpenPeriod,
} from '@medborgarnavet/model';
import { daysOf, nameOfFund, openSo, verdictOnFund } from '../agencies/so.ts';
import { readDate } from '../dates.ts';
import type { AgencyBlock } from '../envelope.ts';
import { failedPart, open, type Part } from '../part.ts';
import type { XmlElement } from '../xml/parse.ts';
import { child, children, text } from '../xml/read.ts';
import { bounded, piecesOf, type Piece } from './bounded.ts';
import { readBoolean, readFields, withPeriod, type Fields } from './fields.ts';
import { blockOf, foundInEach, gap, NOTHING, type Found } from './found.ts';

type Fund = BackgroundFactOf<'unemployment-fund'>;

/** As many suspensions and days as the model holds. */
const MOST = 100;
const MOST_DAYS = 100_000;

/** What the a-kassor tell beside payments, each of them a section with a verdict of its own (facts §4.5). */
export function decodeSoBackground(block: AgencyBlock, personnummer: string): Part<BackgroundBlock> {
  const answer = openSo(block, personnummer);
  if (answer.kind === 'failed') return failedPart(answer, backgroundThatFailed('SO', answer.reason));
  return open(blockOf('SO', bounded(foundInEach(answer.funds, decodeFund))));
}

const APPLICATION = {
  decided: ['BeslutOmRattTillErsattning', readDate],
  paymentRequested: ['AnsokanOmUtbetalningInlamnad', readBoolean],
} as const satisfies Fields;

/** An a-kassa that told something has answered, whatever its status says. */
function decodeFund(element: XmlElement): Found {
  const name = nameOfFund(element);
  const suspensions = piecesOf(children(element, 'Avstangningar'), MOST, name, decodeSuspension);
  const application = readFields((field) => text(child(element, 'AnsoktOmErsattning'), field), APPLICATION);
  const payments = children(element, 'Utbetalningar');
  const { days, whole } = decodeDays(payments);
  const told = { ...application.values, ...(days !== undefined && { days }) };
  const fact: Fund = { kind: 'unemployment-fund', name, suspensions: suspensions.items, ...told };
  const hasFact = suspensions.items.length > 0 || Object.keys(told).length > 0;
  const gaps = [...suspensions.gaps.sections, ...(application.whole && whole ? NOTHING : gap(name)).sections];
  return {
    facts: hasFact ? [fact] : [],
    sections: gaps.length > 0 ? gaps : [verdictOnFund(element, hasFact || payments.length > 0)],
  };
}

const SUSPENSION = {
  from: ['AvstangdFrom', readDate],
  to: ['AvstangdTom', readDate],
} as const satisfies Fields;

function decodeSuspension(element: XmlElement): Piece<OpenPeriod> {
  const { values, told, whole } = withPeriod(readFields((name) => text(element, name), SUSPENSION));
  return { item: values.period, whole: told && whole };
}

/** The days of all payments together. There is no such sum where one does not tell its days. */
function decodeDays(payments: readonly XmlElement[]): { readonly days?: number; readonly whole: boolean } {
  const isTold = payments.every((payment) => text(payment, 'Ersattningsdagar') !== '');
  if (payments.length === 0 || !isTold) return { whole: true };
  const sum = payments.reduce((days, payment) => days + (daysOf(payment) ?? NaN), 0);
  return sum <= MOST_DAYS ? { days: Math.round(sum * 100) / 100, whole: true } : { whole: false };
}
