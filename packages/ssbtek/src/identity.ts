import { NAMES_NOBODY, NAMES_OTHER, type Failed } from './part.ts';

// Who is who is compared, never assumed (DESIGN rule 8). This is the only place that compares.

/**
 * Whom a part of an answer is about: the person that was asked about, somebody else, somebody whose number cannot be
 * understood, or it does not say.
 */
export type Whose = 'asked' | 'other' | 'unclear' | 'nobody';

/** Blanks of every kind, marks that are not seen, and what stands between the digits: hyphens, dashes, minus, plus. */
const BETWEEN_DIGITS = /[\s\u00ad\u200b-\u200f\u2060\ufeff\u2010-\u2015\u2212+-]/g;
const CENTURY = /^(?:18|19|20)$/;

/**
 * Compares a personnummer or samordningsnummer in an answer with the one that was asked about.
 * @param written as an agency writes it: 12 digits, or 10 of which the century is not told (facts §7.10), with or without
 *   a hyphen or plus, with blanks around; in JSON also as a number.
 * @param asked 12 digits.
 * @param century `18`, `19` or `20` where the agency tells it apart from the number, as CSN does (`sekel`).
 */
export function whose(written: string | number | null | undefined, asked: string, century = ''): Whose {
  const digits = digitsIn(written);
  if (digits === '') return 'nobody';
  if (!/^(?:\d{2})?\d{10}$/.test(digits)) return 'unclear';
  const told = digits.length === 12 ? digits.slice(0, 2) : century.trim();
  const isSameCentury = !CENTURY.test(told) || told === asked.slice(0, 2);
  return asked.endsWith(digits) && isSameCentury ? 'asked' : 'other';
}

/** A number has lost the zeros that it began with. */
function digitsIn(written: string | number | null | undefined): string {
  if (typeof written === 'number') return String(written).padStart(10, '0');
  return written?.replace(BETWEEN_DIGITS, '') ?? '';
}

/** Why a part that names these persons cannot be used; undefined when it can. */
export function refusalOf(named: readonly Whose[]): Failed | undefined {
  if (named.includes('other')) return NAMES_OTHER;
  return named.includes('unclear') ? NAMES_NOBODY : undefined;
}

/** The same of a part where each has to be named. */
export function refusalUnlessNamed(named: readonly Whose[]): Failed | undefined {
  return refusalOf(named) ?? (named.includes('nobody') ? NAMES_NOBODY : undefined);
}
