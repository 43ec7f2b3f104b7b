import type { BackgroundFactOf } from '@medborgarnavet/model';
import { clip } from '../agencies/decoded.ts';
import { piecesOf, type Piece, type Pieces } from './bounded.ts';
import { readFields, withPeriod, type Fields } from './fields.ts';
import { FkPeriodbeslut, type FkBeslut } from './lefi-decisions.schema.ts';
import { listOf, readShare, shareText, SPAN, within, wordsOf } from './lefi-values.ts';

type Level = NonNullable<BackgroundFactOf<'decision'>['levels']>[number];

/** As many as the model holds. */
const MOST = 100;

/**
 * The levels that a decision on omvårdnadsbidrag or merkostnadsersättning sets, one for each period of it
 * (`periodbeslut` of LEFI v9). There are none where it was refused.
 */
export function levelsOf({ periodbeslut }: FkBeslut, name: string): Pieces<Level> {
  return piecesOf(listOf(periodbeslut), MOST, name, decodeLevel);
}

const LEVEL = {
  ...SPAN,
  level: ['omfattning', readShare],
  share: ['andel', readShare],
  type: ['utbetalningstyp', clip],
} as const satisfies Fields;

function decodeLevel(item: unknown): Piece<Level> {
  const parsed = FkPeriodbeslut.safeParse(item);
  if (!parsed.success) return { item: undefined, whole: false };
  const { period, omfattning, andel, utbetalningstyp } = parsed.data;
  const texts = {
    fran: period?.fran ?? '',
    till: period?.till ?? '',
    omfattning: shareText(omfattning),
    andel: shareText(andel),
    utbetalningstyp: wordsOf(utbetalningstyp),
  };
  const { values, told, whole } = withPeriod(readFields(within(texts), LEVEL));
  return { item: Object.keys(values).length > 0 ? values : undefined, whole: told && whole };
}
