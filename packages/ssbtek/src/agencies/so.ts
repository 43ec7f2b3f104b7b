import {
  ore,
  oreFromKronor,
  sourceThatAnswered,
  sourceThatFailed,
  type Section,
  type Source,
} from '@medborgarnavet/model';
import { AKASSA_ANSWERED } from '../codes.ts';
import { openPeriod, readDate } from '../dates.ts';
import type { AgencyBlock } from '../envelope.ts';
import { withIds } from '../payment-id.ts';
import type { XmlElement } from '../xml/parse.ts';
import { child, children, text } from '../xml/read.ts';
import { clip, decodeEach, join, type Decoded, type DecodedPayment } from './decoded.ts';

/** SO has no codes for benefits: all that an a-kassa pays is this. */
const BENEFIT = { code: 'arbetsloshetsersattning', name: 'Arbetslöshetsersättning' };

/** The a-kassor's answer, each of them a section with a verdict of its own. */
export function decodeSo(block: AgencyBlock): Source {
  if (block.kind === 'failed') return sourceThatFailed('SO', block.reason);
  const list = child(block.data, 'ArbetsloshetsersattningLista');
  if (!list) return sourceThatFailed('SO', 'unreadable');
  const { payments, sections } = join(...children(list, 'Arbetsloshetsersattning').map(decodeFund));
  return sourceThatAnswered('SO', withIds(payments), sections);
}

/**
 * An a-kassa that returned payments has answered, whatever its status says. One without payments has answered only if
 * its status is one that is known to mean so (facts §4.5).
 */
function decodeFund(element: XmlElement): Decoded {
  const name = clip(text(element, 'SvarandeOrganisation')) || 'En a-kassa';
  const { payments, sections } = decodeEach(
    children(element, 'Utbetalningar'),
    (payment) => decodePayment(payment, name),
    () => name,
  );
  if (sections.length > 0) return { payments, sections };
  return {
    payments,
    sections: [verdictOn(name, payments.length > 0, text(element, 'StatusSvarandeOrganisation'))],
  };
}

function verdictOn(name: string, paid: boolean, status: string): Section {
  if (paid) return { name, verdict: 'answered' };
  if (AKASSA_ANSWERED.has(status.toLowerCase())) return { name, verdict: 'nothing' };
  return { name, verdict: 'unchecked', reason: 'unknown-status' };
}

/**
 * SO tells two nets: after tax, and after other deductions too. The latter is what was paid out; the difference is told
 * as a deduction (facts §4.5, proposal).
 */
function decodePayment(element: XmlElement, payer: string): DecodedPayment | undefined {
  const net = oreFromKronor(text(element, 'NettoEfterAvdrag'));
  const afterTax = oreFromKronor(text(element, 'NettoEfterSkatt'));
  const date = readDate(text(element, 'Utbetalningsdatum'));
  if (net === undefined || !date) return undefined;
  const period = openPeriod(readDate(text(element, 'AvserFrom')), readDate(text(element, 'AvserTom')));
  const days = Number(text(element, 'Ersattningsdagar').replace(',', '.'));
  const taken = afterTax === undefined ? 0 : afterTax - net;
  return {
    source: 'SO',
    payer,
    benefit: BENEFIT,
    status: 'paid',
    date,
    ...(period && { period }),
    deductions: taken > 0 ? [{ code: 'avdrag', name: 'Avdrag efter skatt', amount: ore(taken) }] : [],
    net,
    parts: days > 0 ? [{ benefit: BENEFIT, days }] : [],
    flags: [],
  };
}
