import {
  oreFromKronor,
  SOURCE_NAMES,
  sourceThatAnswered,
  sourceThatFailed,
  type PaymentPart,
  type Period,
  type Section,
  type Source,
  type UncheckedReason,
} from '@medborgarnavet/model';
import { decodeBase64 } from '../base64.ts';
import { openPeriod, readDate, readWeek } from '../dates.ts';
import type { AgencyBlock } from '../envelope.ts';
import { withIds } from '../payment-id.ts';
import { parseXml, type XmlElement } from '../xml/parse.ts';
import { at, children, text } from '../xml/read.ts';
import {
  clip,
  decodeEach,
  distinct,
  join,
  unreadable,
  type Decoded,
  type DecodedPayment,
} from './decoded.ts';

export interface CsnAnswer {
  readonly csn: Source;
  readonly protectedIdentity: boolean;
}

const SUPPORT_FORMS = [
  'Studiemedel',
  'Studiehjalp',
  'HemutrustningsLan',
  'Studiestartsstod',
  'Omstallningsstudiestod',
];

/** Result codes that mean that part of CSN is down: the rest of the answer counts (facts §4.4). */
const PARTLY_DOWN: Readonly<Record<string, string>> = {
  '-1101': 'Hemutrustningslån',
  '-1102': 'Studiemedel och studiehjälp',
  '-1104': 'Omställningsstudiestöd',
};

/** Result codes that mean that there is no answer at all. */
const FAILED: Readonly<Record<string, UncheckedReason>> = {
  '-1004': 'rejected',
  '-1005': 'rejected',
  '-1006': 'outside-window',
  '-1007': 'rejected',
  '-1103': 'unavailable',
};

/**
 * CSN's answer, XML inside base64.
 * @param asked the time that CSN was asked about, where it is shorter than the question's own.
 */
export function decodeCsn(block: AgencyBlock, personnummer: string, asked: Period | undefined): CsnAnswer {
  const failed = (reason: UncheckedReason): CsnAnswer => ({
    csn: sourceThatFailed('CSN', reason, asked),
    protectedIdentity: false,
  });
  if (block.kind === 'failed') return failed(block.reason);
  const answer = readInnerXml(text(block.data, 'svar'));
  if (!answer) return failed('unreadable');
  const code = text(at(answer, 'GemensamtSvarEkbistand', 'Resultat'), 'ResultatKod');
  const failure = FAILED[code];
  if (failure) return failed(failure);
  const down = PARTLY_DOWN[code];
  if (code !== '0' && code !== '-2' && down === undefined)
    return failed(code === '' ? 'unreadable' : 'fault');
  // Only this person: nothing about anyone else leaves the decoder.
  const persons = children(at(answer, 'Personer'), 'Person').filter(
    (person) => person.attributes.get('personnummer') === personnummer.slice(-10),
  );
  const { payments, sections } = join(...persons.map(decodePerson));
  const gaps: Section[] =
    down === undefined ? [] : [{ name: down, verdict: 'unchecked', reason: 'unavailable' }];
  return {
    csn: sourceThatAnswered('CSN', withIds(payments), distinct([...sections, ...gaps]), asked),
    protectedIdentity: persons.some(
      ({ attributes }) => attributes.get('sekretess')?.trim().toLowerCase() === 'ja',
    ),
  };
}

function readInnerXml(base64: string): XmlElement | undefined {
  const bytes = decodeBase64(base64);
  if (!bytes) return undefined;
  try {
    const answer = parseXml(bytes);
    return answer.name === 'CSNSvar' ? answer : undefined;
  } catch {
    return undefined;
  }
}

function decodePerson(person: XmlElement): Decoded {
  const cases = SUPPORT_FORMS.flatMap((form) => children(at(person, form, 'Arenden'), 'Arende'));
  return join(...cases.map(decodeCase));
}

function decodeCase(arende: XmlElement): Decoded {
  const code = text(arende, 'stodform').slice(0, 60);
  const name = clip(text(arende, 'klartext')) || clip(code);
  if (name === '') return { payments: [], sections: [unreadable('')] };
  return decodeEach(
    children(at(arende, 'UtbetalningsPlan'), 'Utbetalning'),
    (payment) => decodePayment(payment, { code, name }),
    () => name,
  );
}

/** CSN tells one amount. The payment's own `totbelopp` counts, not the sum of its rows (facts §4.4). */
function decodePayment(element: XmlElement, benefit: DecodedPayment['benefit']): DecodedPayment | undefined {
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

function partsOf(time: XmlElement): PaymentPart[] {
  return children(at(time, 'Beloppen'), 'Belopp').map((row) => {
    const code = text(row, 'beloppstyp').slice(0, 60);
    const amount = oreFromKronor(text(row, 'totbelopp'));
    const name = clip(text(row, 'klartext')) || clip(code) || 'Del av utbetalningen';
    return { benefit: { code, name }, ...(amount !== undefined && { amount }) };
  });
}
