import type { PostedIncomes } from '@medborgarnavet/model';
import type { Entry } from './draft.units.ts';

/** An element with the value of `<ssbtek-prefill>`. */
interface WithIncomes {
  name: string;
  value: PostedIncomes;
}

/**
 * What stands in a prefill where an amount should be, and cannot be read as one. It is not posted, and yet a person does
 * not want it lost.
 */
export function readTyped(element: HTMLElement): Entry[] {
  if (!hasIncomes(element)) return [];
  const { name, value } = element;
  return [
    ...value.rows.flatMap(({ key, typed }) => typedEntry(`${name}.${key}`, typed)),
    ...value.own.flatMap(({ typed }, index) => typedEntry(`${name}.egna.${index + 1}`, typed)),
  ];
}

/** Gives it back, after `restoreFields`. */
export function writeTyped(element: HTMLElement, entries: readonly Entry[]): void {
  if (!hasIncomes(element)) return;
  const typed = new Map(entries.filter(([name]) => name.endsWith('.typed')));
  if (typed.size === 0) return;
  const { name, value } = element;
  const rows = value.rows.map((row) => ({ ...row, ...found(typed, `${name}.${row.key}`) }));
  const missing = [...typed.keys()]
    .map((field) => field.slice(name.length + 1, -'.typed'.length))
    .filter((key) => !key.startsWith('egna.') && rows.every((row) => row.key !== key))
    .map((key) => ({ key, disputed: [], ...found(typed, `${name}.${key}`) }));
  const numbers = ownNumbers(`${name}.egna.`, entries);
  const own = value.own.map((income, index) => ({
    ...income,
    ...found(typed, `${name}.egna.${numbers[index] ?? 0}`),
  }));
  element.value = { ...value, rows: [...rows, ...missing], own };
}

/** An income that nothing is said of is not posted, and is not there when the others are given back. */
function ownNumbers(prefix: string, entries: readonly Entry[]): number[] {
  const own = entries.filter(([name]) => name.startsWith(prefix));
  const numbers = new Set(own.map(([name]) => Number.parseInt(name.slice(prefix.length), 10)));
  return [...numbers].sort((one, other) => one - other);
}

function found(typed: ReadonlyMap<string, string>, field: string): { readonly typed?: string } {
  const text = typed.get(`${field}.typed`);
  return text === undefined ? {} : { typed: text };
}

function typedEntry(field: string, text: string | undefined): Entry[] {
  return text === undefined || text === '' ? [] : [[`${field}.typed`, text]];
}

function hasIncomes(element: HTMLElement): element is HTMLElement & WithIncomes {
  return element.localName === 'ssbtek-prefill' && 'value' in element;
}
