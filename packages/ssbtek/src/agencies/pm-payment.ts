import { ore, oreFromKronor, SOURCE_NAMES, sumOre, type Deduction, type Ore } from '@medborgarnavet/model';
import { PAID_TO_OTHER, PM_TAX_CODES } from '../codes.ts';
import { openPeriod, readDate } from '../dates.ts';
import { clip, clipCode, type DecodedPayment } from './decoded.ts';
import type { PmUtbetalning } from './lefi.schema.ts';

/**
 * A payment in PM's model: whole kronor, deductions that may be negative (facts §4.2), and rows that can hold several
 * benefits. Undefined when no net amount can be read.
 */
export function decodePmPayment(
  item: PmUtbetalning,
  status: DecodedPayment['status'],
): DecodedPayment | undefined {
  const net = read(item.nettobelopp);
  const taken = item.avdrag.map(deductionOf);
  const deductions = taken.filter((deduction) => deduction !== undefined);
  if (net === undefined || deductions.length < taken.length) return undefined;
  const gross = read(item.bruttobelopp);
  const date = readDate(item.utbetalningsdatum);
  const period = openPeriod(readDate(item.utbetalningsperiod?.from), readDate(item.utbetalningsperiod?.tom));
  const taxes = deductions.filter(({ code }) => PM_TAX_CODES.has(code));
  return {
    source: 'PM',
    payer: SOURCE_NAMES.PM,
    benefit: benefitOf(item),
    status,
    ...(date && { date }),
    ...(period && { period }),
    ...(gross !== undefined && { gross }),
    ...(taxes.length > 0 && { tax: sumOre(taxes.map(({ amount }) => amount)) }),
    deductions: deductions.filter(({ code }) => !PM_TAX_CODES.has(code)),
    net,
    parts: item.utbetalningsrader.flatMap((row) => {
      const kind = row.beloppstyp ?? row.formansgrupp;
      const amount = read(row.belopp);
      if (!kind) return [];
      const name = clip(kind.beskrivning ?? '') || clip(kind.kod) || 'Del av utbetalningen';
      return [{ benefit: { code: clipCode(kind.kod), name }, ...(amount !== undefined && { amount }) }];
    }),
    flags: deductions.some(({ code }) => PAID_TO_OTHER.has(code)) ? ['paid-to-other'] : [],
  };
}

/** The groups of benefits that the rows name; the first one's code stands for all. */
function benefitOf(item: PmUtbetalning): DecodedPayment['benefit'] {
  const groups = new Map(
    item.utbetalningsrader.flatMap(({ formansgrupp }) =>
      formansgrupp
        ? [[formansgrupp.kod, clip(formansgrupp.beskrivning ?? '') || clip(formansgrupp.kod)] as const]
        : [],
    ),
  );
  const [code = ''] = groups.keys();
  return { code: clipCode(code), name: clip([...groups.values()].join(', ')) || 'Pension' };
}

function read(amount: number | string | undefined): Ore | undefined {
  return amount === undefined ? undefined : oreFromKronor(amount);
}

function deductionOf({ belopp, avdragstyp }: PmUtbetalning['avdrag'][number]): Deduction | undefined {
  const size = oreFromKronor(belopp);
  const code = avdragstyp?.kod ?? 'okänt';
  return size === undefined
    ? undefined
    : {
        code: clipCode(code),
        name: clip(avdragstyp?.beskrivning ?? '') || clip(code) || 'Avdrag',
        amount: ore(Math.abs(size)),
      };
}
