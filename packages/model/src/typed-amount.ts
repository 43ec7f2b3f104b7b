import { ore, toKronorText, type Ore } from './money.ts';

/** What a person typed in an amount field. `empty`, an amount and `unreadable` are three different things. */
export type TypedAmount =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly ore: Ore }
  | { readonly kind: 'unreadable'; readonly why: 'not-an-amount' | 'ambiguous' | 'too-large' };

/** The largest amount that a person may type: 10 000 000 kr. More is a slip of the finger. */
const LARGEST_TYPED = 1_000_000_000;

const SPACES = /[\s\u00a0\u202f\u2009]/g;
/** What is not seen: marks of direction, which keyboards and copied text bring, joiners, soft hyphens and byte order marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Where the ten figures of each script begin: Arabic, Persian and fullwidth. */
const ZEROS = [0x0660, 0x06f0, 0xff10];
const OTHER_FIGURES = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
/** Signs that mean the same as ours. The Arabic comma is as ambiguous as ours; the Arabic separators are not. */
const OTHER_SIGNS: Readonly<Record<string, string>> = {
  '\u060c': ',',
  '\uff0c': ',',
  '\uff0e': '.',
  '\uff0b': '+',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2212': '-',
  '\ufe63': '-',
  '\uff0d': '-',
};
const ARABIC_DECIMALS = '\u066b';
const ARABIC_THOUSANDS = '\u066c';
/** Before or after the figures, as banks write it. */
const CURRENCY = /^(?:kr|sek)\.?|(?:kr|sek|kronor)\.?$/gi;
const TRAILING_DASH = /[:,]-$/;

/**
 * Reads an amount in kronor the way people write it, or a bank's page does: `1234`, `1 234`, `1234,50`, `1 234:-`, `1234 kr`,
 * `SEK 1 234,50`, `−50`, `+50`, `– 50`; also with Arabic, Persian or fullwidth figures.
 * A comma or a point followed by three digits (`1.234`) can mean two things and is therefore not guessed at.
 */
export function parseTypedAmount(text: string): TypedAmount {
  const visible = text.replace(INVISIBLE, '');
  if (visible.trim() === '') return { kind: 'empty' };
  if (visible.length > 40) return { kind: 'unreadable', why: 'not-an-amount' };
  const written = withOurSigns(visible.replace(SPACES, '')).replace(CURRENCY, '').replace(TRAILING_DASH, '');
  const bare = withoutThousands(written);
  if (/^[-+]?\d{1,3}[.,]\d{3}$/.test(bare)) return { kind: 'unreadable', why: 'ambiguous' };
  const match = /^([-+]?)(\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match) return { kind: 'unreadable', why: 'not-an-amount' };
  const [, sign, kronor = '', decimals = ''] = match;
  const size = Number(kronor) * 100 + Number(decimals.padEnd(2, '0'));
  if (size > LARGEST_TYPED) return { kind: 'unreadable', why: 'too-large' };
  return { kind: 'amount', ore: ore(sign === '-' ? -size : size) };
}

/** Not by Unicode's own folding, which would make `12²` into 122. */
function withOurSigns(text: string): string {
  return withOurFigures(text).replace(/./gu, (sign) => OTHER_SIGNS[sign] ?? sign);
}

function figure(sign: string): string {
  const code = sign.charCodeAt(0);
  return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
}

/** Points between thousands are plain when a comma tells where the öre begin; the Arabic separators always are. */
function withoutThousands(text: string): string {
  if (/^[-+]?\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(text)) return text.replaceAll('.', '');
  const isArabic = /^[-+]?(?:\d+|\d{1,3}(?:\u066c\d{3})+)(?:[\u066b,.]\d{1,2})?$/.test(text);
  return isArabic ? text.replaceAll(ARABIC_THOUSANDS, '').replace(ARABIC_DECIMALS, ',') : text;
}

/** The plainest way to type an amount, which {@link parseTypedAmount} reads back as the same: `1234`, `1234,50`, `-50`. */
export function formatTypedAmount(amount: Ore): string {
  return toKronorText(amount).replace(/\.00$/, '').replace('.', ',');
}

/** A whole number, in any of those figures, as `0`–`9`; everything else as it is written. */
export function withOurFigures(text: string): string {
  return text.replace(INVISIBLE, '').replace(OTHER_FIGURES, figure);
}
