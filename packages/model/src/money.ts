import * as z from 'zod/mini';

/** The largest amount that is believed, either way: 10 000 000 000 kr. Sums of 50 000 such stay exact. */
export const LARGEST_ORE = 1_000_000_000_000;

/** Money: a whole number of öre, never kronor and never a fraction. */
export const Ore = z.int().check(z.minimum(-LARGEST_ORE), z.maximum(LARGEST_ORE)).brand<'Ore'>();
export type Ore = z.infer<typeof Ore>;

/**
 * Marks a whole number as öre.
 * @throws RangeError when it is a fraction or larger than {@link LARGEST_ORE}.
 */
export function ore(value: number): Ore {
  if (!isOre(value)) throw new RangeError('Not an amount in whole öre');
  return value === 0 ? ZERO : value;
}

/** What the schema says, without the cost of a schema: amounts are made by the thousand. */
function isOre(value: number): value is Ore {
  return Number.isInteger(value) && Math.abs(value) <= LARGEST_ORE;
}

/** Not the -0 that arithmetic may give. */
const ZERO = 0 as Ore;

/** The sum in öre; 0 for none. */
export function sumOre(amounts: Iterable<Ore>): Ore {
  let total = 0;
  for (const amount of amounts) total += amount;
  return ore(total);
}

/**
 * Reads kronor as the authorities write them on the wire: `2650`, `2650.5`, `-300`, `"600,50"`.
 * Half an öre rounds away from zero. Source: facts §7.6 (number, string or comma decimals all occur).
 * @returns undefined when it is not such an amount, or larger than {@link LARGEST_ORE}.
 */
export function oreFromKronor(value: number | string): Ore | undefined {
  if (typeof value === 'number' && Number.isInteger(value))
    return isOre(value * 100) ? ore(value * 100) : undefined;
  const text = String(value).trim();
  if (text.length > 24) return undefined;
  const match = /^([-+]?)(\d+)(?:[.,](\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, kronor = '', fraction = ''] = match;
  const digits = fraction.padEnd(3, '0');
  const rounding = Number(digits[2]) >= 5 ? 1 : 0;
  const size = Number(kronor) * 100 + Number(digits.slice(0, 2)) + rounding;
  const amount = sign === '-' ? -size : size;
  return isOre(amount) ? ore(amount) : undefined;
}

/** Kronor with a decimal point and two decimals, as a form's post carries them: `2650.00`, `-0.50`. */
export function toKronorText(amount: Ore): string {
  const { sign, kronor, rest } = split(amount, '-');
  return `${sign}${kronor}.${rest}`;
}

/**
 * The Swedish way, for people to read: `2 650 kr`, `2 650,50 kr`, `−300 kr`.
 * No-break spaces (U+00A0) and minus (U+2212), so that an amount never breaks over two lines.
 */
export function formatAmount(amount: Ore): string {
  const { sign, kronor, rest } = split(amount, '\u2212');
  const grouped = kronor.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${sign}${grouped}${rest === '00' ? '' : `,${rest}`}\u00a0kr`;
}

function split(amount: Ore, minus: string): { sign: string; kronor: string; rest: string } {
  const size = Math.abs(amount);
  return {
    sign: amount < 0 ? minus : '',
    kronor: String(Math.trunc(size / 100)),
    rest: String(size % 100).padStart(2, '0'),
  };
}
