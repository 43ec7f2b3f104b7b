import {
  arrange,
  effectiveAmount,
  parseTypedAmount,
  readAmount,
  type CorrectionReason,
  type FilledRow,
  type IncomeStatement,
  type Ore,
  type OwnIncomeType,
  type Row,
} from '@medborgarnavet/model';

/** What the person has written in a row, as it was written. */
export interface Entry {
  readonly correction: string;
  readonly comment: string;
  readonly reason: CorrectionReason | '';
  /** What had been retrieved when the correction was written; absent when nothing had. */
  readonly base?: Ore;
}

/** An income that the person has added, as it was written. */
export interface OwnIncome {
  /** Only within the page. */
  readonly id: number;
  readonly type: OwnIncomeType | '';
  readonly amount: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string;
}

/** A payment that is said not to be right. It is remembered with its row, since the payment may be off screen. */
export interface Dispute {
  readonly row: string;
  readonly reason: CorrectionReason | '';
}

/** All that the person has written. No fetch ever writes here (DESIGN rule 2). */
export interface Written {
  /** The answer to "Har du några inkomster?". */
  readonly hasIncome: 'yes' | 'no' | '';
  /** By row key. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The payments that the person says are not right, by their ids, with the reason when one is given. */
  readonly disputes: ReadonlyMap<string, Dispute>;
  readonly own: readonly OwnIncome[];
  /** Rows where the retrieved amount was taken back, and what stood there before. */
  readonly takenBack: ReadonlyMap<string, Entry>;
}

export const NOTHING_WRITTEN: Written = {
  hasIncome: '',
  entries: new Map(),
  disputes: new Map(),
  own: [],
  takenBack: new Map(),
};

export function hasWritten({ hasIncome, entries, disputes, own }: Written): boolean {
  const rows = [...entries.values()].some((entry) => !isEmpty(entry));
  return rows || hasIncome !== '' || disputes.size > 0 || own.length > 0;
}

const EMPTY: Entry = { correction: '', comment: '', reason: '' };

export function entryOf({ entries }: Written, key: string): Entry {
  return entries.get(key) ?? EMPTY;
}

export function isEmpty({ correction, comment }: Entry): boolean {
  return correction.trim() === '' && comment.trim() === '';
}

/** @param retrieved what the correction stands beside, remembered so that a later change of it can be told. */
export function withEntry(
  written: Written,
  key: string,
  change: Partial<Omit<Entry, 'base'>>,
  retrieved?: Ore,
): Written {
  const { base, ...before } = entryOf(written, key);
  const kept = change.correction === undefined ? base : retrieved;
  const entry: Entry = { ...before, ...change, ...(kept !== undefined && { base: kept }) };
  const takenBack = without(written.takenBack, change.correction === undefined ? '' : key);
  return { ...written, entries: new Map(written.entries).set(key, entry), takenBack };
}

/** One step back to the retrieved amount; the comment stays. */
export function takeBack(written: Written, key: string): Written {
  const before = entryOf(written, key);
  const entries = new Map(written.entries).set(key, { ...EMPTY, comment: before.comment });
  return { ...written, entries, takenBack: new Map(written.takenBack).set(key, before) };
}

/** Undoes {@link takeBack}. */
export function undoTakeBack(written: Written, key: string): Written {
  const before = written.takenBack.get(key);
  if (!before) return written;
  const entry = { ...before, comment: entryOf(written, key).comment };
  return {
    ...written,
    entries: new Map(written.entries).set(key, entry),
    takenBack: without(written.takenBack, key),
  };
}

/** @param dispute undefined when the payment is right after all. */
export function withDispute(written: Written, payment: string, dispute: Dispute | undefined): Written {
  const disputes = new Map(written.disputes);
  if (dispute) disputes.set(payment, dispute);
  else disputes.delete(payment);
  return { ...written, disputes };
}

export function withOwnIncome(written: Written): Written {
  const id = Math.max(0, ...written.own.map((income) => income.id)) + 1;
  return { ...written, own: [...written.own, { id, type: '', amount: '', date: '' }] };
}

export function changeOwnIncome(
  written: Written,
  id: number,
  change: Partial<Omit<OwnIncome, 'id'>>,
): Written {
  return { ...written, own: written.own.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

export function withoutOwnIncome(written: Written, id: number): Written {
  return { ...written, own: written.own.filter((each) => each.id !== id) };
}

/** What has been retrieved for a row. */
export function retrievedFor(
  key: string,
  statement: IncomeStatement | undefined,
  rows: readonly Row[],
): Ore | undefined {
  return statement && arrange(statement, rows).rows.find(({ row }) => row.key === key)?.retrieved;
}

/** See {@link effectiveAmount}. */
export function effectiveOf(filled: FilledRow, written: Written): Ore | undefined {
  const { amount: corrected, typed } = readAmount(entryOf(written, filled.row.key).correction);
  return effectiveAmount(filled, {
    ...(corrected !== undefined && { corrected }),
    ...(typed !== undefined && { typed }),
    disputed: [...written.disputes.keys()],
  });
}

/** Whether the person's amount differs from the one that was retrieved: exactly then a reason is asked for. */
export function differs({ row, retrieved }: FilledRow, written: Written): boolean {
  const typed = parseTypedAmount(entryOf(written, row.key).correction);
  return retrieved !== undefined && typed.kind === 'amount' && typed.ore !== retrieved;
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
