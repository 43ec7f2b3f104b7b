import { DEPTHS, type Depth } from '@medborgarnavet/mocks/questions.ts';
import type { Mark } from './answered.ts';

export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  ratt: 'Rätt',
  delvis: 'Delvis',
  fel: 'Fel',
  inget: 'Svarade inte',
};

const DEPTH_WORDS: Readonly<Record<Depth, string>> = {
  months: 'månader',
  payments: 'utbetalningar',
  details: 'detaljer',
};

/** As in addresses: `djup=2`. */
export function numberOf(depth: Depth): string {
  return String(DEPTHS.indexOf(depth) + 1);
}

/** `2 – utbetalningar`. */
export function nameDepth(depth: Depth): string {
  return `${numberOf(depth)} – ${DEPTH_WORDS[depth]}`;
}

/** `djup 2 (utbetalningar)`. */
export function tellDepth(depth: Depth): string {
  return `djup ${numberOf(depth)} (${DEPTH_WORDS[depth]})`;
}

/** `1 vy`, `3 vyer`. */
export function tellViews(count: number): string {
  return count === 1 ? '1 vy' : `${count} vyer`;
}
