import { clip } from '../agencies/decoded.ts';
import { readDateOrMonth } from '../dates.ts';
import type { Fields } from './fields.ts';
import type { Code, Part } from './lefi-decisions.schema.ts';

/** A list, whatever it is: of one thing where that stands alone, of none where there is nothing (facts §7.6). */
export function listOf(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** A share of one, as percent with at most one decimal: an eighth of a day is a common share. */
export function readShare(text: string): number | undefined {
  const percent = Math.round(Number(text) * 1000) / 10;
  return percent >= 0 && percent <= 1000 ? percent : undefined;
}

/** A `LefiOmfattning` for {@link readShare}: of one that is not set both numbers are 0. */
export function shareText({ taljare = 0, namnare = 0 }: Part = {}): string {
  return taljare === 0 && namnare === 0 ? '' : String(taljare / namnare);
}

/** The ends of a `LefiFranTill`: days or whole months. */
export const SPAN = {
  from: ['fran', (text: string) => readDateOrMonth(text, 'first')],
  to: ['till', (text: string) => readDateOrMonth(text, 'last')],
} as const satisfies Fields;

/** Texts to read by their names. */
export function within(texts: Readonly<Record<string, string>>): (name: string) => string {
  return (name) => texts[name] ?? '';
}

/** Försäkringskassan's own words, else its code. */
export function wordsOf(code: Code | string | undefined): string {
  if (typeof code === 'string') return clip(code);
  return clip(code?.beskrivning ?? '') || clip(code?.id ?? '');
}
