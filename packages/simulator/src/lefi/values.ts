import type { Day } from '../days.ts';
import { coded } from '../notation.ts';

/** `LefiBelopp`. Sums of öre as fractions are a little off. */
export function belopp(amount: number): object {
  return { summa: Math.round(amount * 100) / 100, valuta: 'SEK' };
}

/** `LefiBokstavskod`. */
export function letters(text: string): object {
  const { code, name } = coded(text);
  return { id: code, beskrivning: name };
}

/** `LefiSifferkod`. */
export function digits(text: string): object {
  const { code, name } = coded(text);
  return { id: Number(code), beskrivning: name };
}

/** `LefiOmfattning` of so many percent. */
export function omfattning(percent: number): object {
  return { taljare: percent, namnare: 100 };
}

/** `LefiFranTill`: one that goes on has no end. */
export function franTill({ from, tom }: { readonly from: Day; readonly tom?: Day }): object {
  return { fran: from, ...(tom !== undefined && { till: tom }) };
}

/** How PM writes a code. */
export function kod(text: string): object {
  const { code, name } = coded(text);
  return { kod: code, beskrivning: name };
}
