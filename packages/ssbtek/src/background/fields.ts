import type { CalendarDate, OpenPeriod } from '@medborgarnavet/model';
import { openPeriod } from '../dates.ts';

/** What to read, by its name in the fact: where it is written, and how it is understood. */
export type Fields = Readonly<Record<string, readonly [name: string, read: (text: string) => unknown]>>;

/** What was read of some fields. */
export interface Reading<Values> {
  /** Those that are written and could be understood. */
  readonly values: Values;
  /** Whether anything is written at all. */
  readonly told: boolean;
  /** Whether everything that is written could be understood. */
  readonly whole: boolean;
}

/** By the name of each field, what its reader gives when it gives something. */
type ValuesOf<F extends Fields> = { readonly [Name in keyof F]?: NonNullable<ReturnType<F[Name][1]>> };

/**
 * Reads fields that may all be missing.
 * @param textOf what is written under a name; empty when nothing is.
 */
export function readFields<F extends Fields>(
  textOf: (name: string) => string,
  fields: F,
): Reading<ValuesOf<F>> {
  const written = Object.entries(fields).filter(([, [name]]) => textOf(name) !== '');
  const read = written
    .map(([key, [name, understand]]) => [key, understand(textOf(name))] as const)
    .filter(([, value]) => value !== undefined);
  return {
    values: Object.fromEntries(read) as ValuesOf<F>,
    told: written.length > 0,
    whole: read.length === written.length,
  };
}

/** The same with `from` and `to` made one period, which they are not when they are in the wrong order. */
export function withPeriod<Values extends { readonly from?: CalendarDate; readonly to?: CalendarDate }>({
  values: { from, to, ...others },
  told,
  whole,
}: Reading<Values>): Reading<Omit<Values, 'from' | 'to'> & { readonly period?: OpenPeriod }> {
  const period = openPeriod(from, to);
  const isLost = period === undefined && (from !== undefined || to !== undefined);
  return { values: { ...others, ...(period && { period }) }, told, whole: whole && !isLost };
}

/** A boolean as XML and JSON write it. */
export function readBoolean(text: string): boolean | undefined {
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : undefined;
}

/** A whole number of percent, 0 to 1000. */
export function readPercent(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) && Number(text) <= 1000 ? Number(text) : undefined;
}

/** A year from 1900 to 2200. */
export function readYear(text: string): number | undefined {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= 1900 && year <= 2200 ? year : undefined;
}
