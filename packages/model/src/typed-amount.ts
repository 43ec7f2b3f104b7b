import { ore, toKronorText, type Ore } from './money.ts';

/** What a person typed in an amount field. `empty`, an amount and `unreadable` are three different things. */
export type TypedAmount =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly ore: Ore }
  | { readonly kind: 'unreadable'; readonly why: 'not-an-amount' | 'ambiguous' | 'too-large' };

/** The largest amount that a person may type: 10 000 000 kr. More is a slip of the finger. */
const LARGEST_TYPED = 1_000_000_000;

const SPACES = /[\s\u00a0\u202f\u2009]/g;
/** Before or after the figures, as banks write it. */
const CURRENCY = /^(?:kr|sek)\.?|(?:kr|sek|kronor)\.?$/gi;
const TRAILING_DASH = /[:,]-$/;

/**
 * Reads an amount in kronor the way people write it, or a bank's page does: `1234`, `1 234`, `1234,50`, `1 234:-`, `1234 kr`,
 * `SEK 1 234,50`, `−50`, `+50`, `– 50`.
 * A comma or a point followed by three digits (`1.234`) can mean two things and is therefore not guessed at.
 */
export function parseTypedAmount(text: string): TypedAmount {
  if (text.trim() === '') return { kind: 'empty' };
  if (text.length > 40) return { kind: 'unreadable', why: 'not-an-amount' };
  const written = text
    .replace(SPACES, '')
    .replace(CURRENCY, '')
    .replace(TRAILING_DASH, '')
    .replace(/^[\u2212\u2013]/, '-');
  // Points between thousands are plain when a comma tells where the öre begin.
  const bare = /^[-+]?\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(written) ? written.replaceAll('.', '') : written;
  if (/^[-+]?\d{1,3}[.,]\d{3}$/.test(bare)) return { kind: 'unreadable', why: 'ambiguous' };
  const match = /^([-+]?)(\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match) return { kind: 'unreadable', why: 'not-an-amount' };
  const [, sign, kronor = '', decimals = ''] = match;
  const size = Number(kronor) * 100 + Number(decimals.padEnd(2, '0'));
  if (size > LARGEST_TYPED) return { kind: 'unreadable', why: 'too-large' };
  return { kind: 'amount', ore: ore(sign === '-' ? -size : size) };
}

/** The plainest way to type an amount, which {@link parseTypedAmount} reads back as the same: `1234`, `1234,50`, `-50`. */
export function formatTypedAmount(amount: Ore): string {
  return toKronorText(amount).replace(/\.00$/, '').replace('.', ',');
}
