import { outsideText, type Payment, type Section } from '@medborgarnavet/model';

/** A payment that has no id yet. */
export type DecodedPayment = Omit<Payment, 'id'>;

/** What could be read out of an agency's list: its payments, and what was missing or could not be read. */
export interface Decoded {
  readonly payments: readonly DecodedPayment[];
  readonly sections: readonly Section[];
}

/** A payment that is there but cannot be read must not vanish: it becomes a gap with the benefit's name. */
export function unreadable(name: string): Section {
  return { name: clip(name) || 'En utbetalning', verdict: 'unchecked', reason: 'unreadable' };
}

/** An agency's own words, safe to show, at most 200 characters. */
export function clip(text: string): string {
  return outsideText(text);
}

/** An agency's own code, safe to show, at most 60 characters. */
export function clipCode(code: string): string {
  return outsideText(code, 60);
}

/** A number of days as it is written; half days occur, and decimal commas (facts §4.2, §7.6). */
export function readDays(text: string): number | undefined {
  return /^\d{1,5}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

/** Reads each item; those that cannot be read become gaps. */
export function decodeEach<T>(
  items: readonly T[],
  decode: (item: T) => DecodedPayment | undefined,
  nameOf: (item: T) => string,
): Decoded {
  const payments: DecodedPayment[] = [];
  const sections: Section[] = [];
  for (const item of items) {
    const payment = decode(item);
    if (payment) payments.push(payment);
    else sections.push(unreadable(nameOf(item)));
  }
  return { payments, sections };
}

export function join(...decoded: readonly Decoded[]): Decoded {
  return {
    payments: decoded.flatMap(({ payments }) => payments),
    sections: decoded.flatMap(({ sections }) => sections),
  };
}

/** The same gap told twice is one gap. */
export function distinct(sections: readonly Section[]): Section[] {
  return [...new Map(sections.map((section) => [JSON.stringify(section), section])).values()];
}
