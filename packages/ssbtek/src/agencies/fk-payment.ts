import {
  oreFromKronor,
  SOURCE_NAMES,
  type Deduction,
  type Ore,
  type PaymentPart,
} from '@medborgarnavet/model';
import { ore } from '@medborgarnavet/model';
import { FK_DEDUCTION_ROWS, FK_TAX_ROWS, PAID_TO_OTHER } from '../codes.ts';
import { openPeriod, readDate, readDateOrMonth } from '../dates.ts';
import { clip, clipCode, type DecodedPayment } from './decoded.ts';
import type { FkDetalj, FkUtbetalning } from './lefi.schema.ts';

/** Pensionsmyndigheten, when it pays through Försäkringskassan's system (facts §4.3). */
const PENSIONSMYNDIGHETEN = '1003';
const RETRO = '3';

/**
 * A payment in FK's model. The payment's own totals count, never the sum of its rows; `avdragsbelopp` includes the tax
 * (facts §0.8, §5). Undefined when no net amount can be read.
 */
export function decodeFkPayment(
  item: FkUtbetalning,
  status: DecodedPayment['status'],
): DecodedPayment | undefined {
  const gross = amount(item.bruttobelopp);
  const net = amount(item.nettobelopp) ?? difference(gross, amount(item.avdragsbelopp));
  const benefit = benefitOf(item);
  if (net === undefined || !benefit) return undefined;
  const date = readDate(item.datum);
  const period = periodOf(item.period);
  const tax = amount(item.skattebelopp);
  const deductions = item.utbetalningsdetalj.flatMap(deductionOf);
  return {
    source: 'FK',
    payer: item.foretag?.id === PENSIONSMYNDIGHETEN ? SOURCE_NAMES.PM : SOURCE_NAMES.FK,
    benefit,
    status,
    ...(date && { date }),
    ...(period && { period }),
    ...(gross !== undefined && { gross }),
    ...(tax !== undefined && { tax }),
    deductions,
    net,
    parts: item.utbetalningsdetalj.flatMap(partOf),
    flags: [
      ...(item.typ?.id === RETRO ? (['retroactive'] as const) : []),
      ...(deductions.some(({ code }) => PAID_TO_OTHER.has(code)) ? (['paid-to-other'] as const) : []),
    ],
  };
}

/** What to call a payment that cannot be read. */
export function nameOfFkPayment(item: FkUtbetalning): string {
  return benefitOf(item)?.name ?? '';
}

/** The family of benefits, else the first row's benefit; unknown codes go by their description (facts §0.7). */
function benefitOf(item: FkUtbetalning): DecodedPayment['benefit'] | undefined {
  const code = item.formansfamilj ?? item.utbetalningsdetalj.find(({ forman }) => forman)?.forman;
  return (
    code && {
      code: clipCode(code.id),
      name: clip(code.beskrivning ?? '') || clip(code.id) || 'Utbetalning',
    }
  );
}

function amount(belopp: { summa: number | string } | undefined): Ore | undefined {
  return belopp && oreFromKronor(belopp.summa);
}

function difference(gross: Ore | undefined, deductions: Ore | undefined): Ore | undefined {
  return gross === undefined || deductions === undefined ? undefined : ore(gross - deductions);
}

function periodOf(period: FkUtbetalning['period']): DecodedPayment['period'] {
  return openPeriod(readDateOrMonth(period?.fran, 'first'), readDateOrMonth(period?.till, 'last'));
}

/** Codes that take something away are an open list in practice: a row that has nothing but such an amount is one too. */
function takesAway({ beloppstyp, bruttobelopp, avdragsbelopp }: FkDetalj): boolean {
  const code = beloppstyp?.id ?? '';
  if (FK_DEDUCTION_ROWS.has(code)) return true;
  const taken = amount(avdragsbelopp) ?? 0;
  return !FK_TAX_ROWS.has(code) && taken !== 0 && (amount(bruttobelopp) ?? 0) === 0;
}

/** Unknown codes go by their description (facts §0.7). */
function deductionOf(row: FkDetalj): Deduction[] {
  const size = amount(row.avdragsbelopp);
  if (!takesAway(row) || size === undefined) return [];
  const { id = '', beskrivning = '' } = row.beloppstyp ?? row.forman ?? {};
  return [
    { code: clipCode(id), name: clip(beskrivning) || clip(id) || 'Avdrag', amount: ore(Math.abs(size)) },
  ];
}

function partOf(row: FkDetalj): PaymentPart[] {
  if (takesAway(row) || FK_TAX_ROWS.has(row.beloppstyp?.id ?? '')) return [];
  const named = row.forman ?? row.beloppstyp;
  if (!named) return [];
  const size = amount(row.bruttobelopp);
  const period = periodOf(row.period);
  const { taljare = 0, namnare = 0 } = row.omfattning ?? {};
  const name = clip(row.beloppstyp?.beskrivning ?? '') || clip(named.beskrivning ?? '') || clip(named.id);
  return [
    {
      benefit: { code: clipCode(named.id), name: name || 'Del av utbetalningen' },
      ...(size !== undefined && { amount: size }),
      ...(row.dagar !== undefined && { days: row.dagar }),
      ...(namnare > 0 && { extent: Math.round((taljare / namnare) * 100) }),
      ...(period && { period }),
    },
  ];
}
