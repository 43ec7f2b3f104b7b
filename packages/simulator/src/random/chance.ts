/** Chance that can be had again: the same seed gives the same. */
export interface Chance {
  /** A whole number, both ends included. */
  whole(min: number, max: number): number;
  /** Whether something that happens so many times in a hundred does. */
  happens(percent: number): boolean;
  pick<const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number];
  /** So many of something. */
  some<Item>(min: number, max: number, make: () => Item): Item[];
}

/** A generator of 32 bits, known as mulberry32: small, fast, and good enough for invented persons. Not for secrets. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1));
  return {
    whole,
    happens: (percent) => fraction() * 100 < percent,
    pick: (items) => items[whole(0, items.length - 1)],
    some: (min, max, make) => Array.from({ length: whole(min, max) }, make),
  };
}
