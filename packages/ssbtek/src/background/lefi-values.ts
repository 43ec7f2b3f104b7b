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

/** Texts to read by their names. */
export function within(texts: Readonly<Record<string, string>>): (name: string) => string {
  return (name) => texts[name] ?? '';
}
