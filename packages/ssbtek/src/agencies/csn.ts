import {
  oreFromKronor,
  SOURCE_NAMES,
  sourceThatAnswered,
  sourceThatFailed,
  type Benefit,
  type PaymentPart,
  type Period,
  type Source,
} from '@medborgarnavet/model';
import { openPeriod, readDate, readWeek } from '../dates.ts';
import type { AgencyBlock } from '../envelope.ts';
import { failedPart, type Part } from '../part.ts';
import { withIds } from '../payment-id.ts';
import type { XmlElement } from '../xml/parse.ts';
import { at, children, text } from '../xml/read.ts';
import { formOf, openCsn } from './csn-answer.ts';
import {
  clip,
  clipCode,
  decodeEach,
  distinct,
  join,
  unreadable,
  type Decoded,
  type DecodedPayment,
} from './decoded.ts';

/**
 * CSN's payments.
 * @param asked the time that CSN was asked about, where it is shorter than the question's own.
 */
export function decodeCsn(block: AgencyBlock, personnummer: string, asked: Period | undefined): Part<Source> {
  const answer = openCsn(block, personnummer);
  if (answer.kind === 'failed') return failedPart(answer, sourceThatFailed('CSN', answer.reason, asked));
  const { payments, sections } = join(...answer.cases.map(decodeCase));
  return {
    told: [sourceThatAnswered('CSN', withIds(payments), distinct([...sections, ...answer.gaps]), asked)],
    protectedIdentity: answer.protectedIdentity,
  };
}

function decodeCase(arende: XmlElement): Decoded {
  const form = formOf(arende);
  return form ? paymentsOf(arende, form) : { payments: [], sections: [unreadable('')] };
}

/** The payments of a case, done and planned. */
export function paymentsOf(arende: XmlElement, form: Benefit): Decoded {
  return decodeEach(
    children(at(arende, 'UtbetalningsPlan'), 'Utbetalning'),
    (payment) => decodePayment(payment, form),
    () => form.name,
  );
}

/** CSN tells one amount. The payment's own `totbelopp` counts, not the sum of its rows (facts §4.4). */
function decodePayment(element: XmlElement, benefit: Benefit): DecodedPayment | undefined {
  const net = oreFromKronor(text(element, 'totbelopp'));
  const status = statusOf(text(element, 'utbetstatus'));
  const written = text(element, 'utbetdatum');
  const date = readDate(written);
  const undecided = written === '0' || written === '';
  if (net === undefined || !status || (!date && !undecided)) return undefined;
  const times = children(at(element, 'Utbetaldatider'), 'Utbetaldtid');
  const period = periodOf(times);
  return {
    source: 'CSN',
    payer: SOURCE_NAMES.CSN,
    benefit,
    status,
    ...(date && { date }),
    ...(period && { period }),
    deductions: [],
    net,
    parts: times.flatMap(partsOf),
    flags: [],
  };
}

function statusOf(text: string): DecodedPayment['status'] | undefined {
  if (/^utbetala?d$/i.test(text)) return 'paid';
  return /^planerad$/i.test(text) ? 'planned' : undefined;
}

function periodOf(times: readonly XmlElement[]): DecodedPayment['period'] {
  const from = times
    .map((time) => readWeek(text(time, 'startvecka'), 'first'))
    .filter((date) => date !== undefined);
  const to = times
    .map((time) => readWeek(text(time, 'slutvecka'), 'last'))
    .filter((date) => date !== undefined);
  return openPeriod(from.sort().at(0), to.sort().at(-1));
}

/** What an amount is made of: grant, loan, supplement. */
export function partsOf(time: XmlElement): PaymentPart[] {
  return children(at(time, 'Beloppen'), 'Belopp').map((row) => {
    const code = clipCode(text(row, 'beloppstyp'));
    const amount = oreFromKronor(text(row, 'totbelopp'));
    const name = clip(text(row, 'klartext')) || clip(code) || 'Del av utbetalningen';
    return { benefit: { code, name }, ...(amount !== undefined && { amount }) };
  });
}
