import { oreFromKronor } from '@medborgarnavet/model';
import { clip } from '../agencies/decoded.ts';
import { readFields, withPeriod, type Fields } from './fields.ts';
import { found, gap, type Found } from './found.ts';
import { FkProgramanvisning, FkProgramjobdagar, FkUnderhallsskuld } from './lefi-decisions.schema.ts';
import { readShare, shareText, SPAN, within, wordsOf } from './lefi-values.ts';

/** Försäkringskassan's lists that are told of and hold no cases (LEFI v9, facts §4.2), and how an item of each is read. */
export const FK_OTHERS: ReadonlyMap<string, (item: unknown) => Found> = new Map([
  ['programanvisning', decodePlacement],
  ['programjobdagar', decodeProgrammeDays],
  ['underhallsskuld', decodeDebt],
]);

const PLACEMENT = {
  ...SPAN,
  programme: ['program', clip],
  extent: ['omfattning', readShare],
} as const satisfies Fields;

/** A placement that nothing is told of may still be one. */
function decodePlacement(item: unknown): Found {
  const name = 'Anvisning till program';
  const parsed = FkProgramanvisning.safeParse(item);
  if (!parsed.success) return gap(name);
  const { period, omfattning, program } = parsed.data;
  const texts = {
    fran: period?.fran ?? '',
    till: period?.till ?? '',
    program: wordsOf(program),
    omfattning: shareText(omfattning),
  };
  const { values, told, whole } = withPeriod(readFields(within(texts), PLACEMENT));
  return found({ kind: 'programme-placement', ...values }, told && whole, name);
}

/** The days used of the job and development guarantee. */
function decodeProgrammeDays(item: unknown): Found {
  const days = FkProgramjobdagar.safeParse(item);
  if (!days.success) return gap('Dagar i jobb- och utvecklingsgarantin');
  const { antalForbrukade: used, harForbrukatMaxAntal: all } = days.data;
  return { facts: [{ kind: 'programme-days', used, all }], sections: [] };
}

function decodeDebt(item: unknown): Found {
  const debt = FkUnderhallsskuld.safeParse(item);
  const amount = debt.success ? oreFromKronor(debt.data.belopp.summa) : undefined;
  if (amount === undefined) return gap('Underhållsskuld');
  return { facts: [{ kind: 'maintenance-debt', amount }], sections: [] };
}
