import {
  toPostedFields,
  type IncomeStatement,
  type Period,
  type PostedField,
  type PostedIncomes,
  type ReviewedIncomes,
  type Submission,
} from '@medborgarnavet/model';
import { keepable } from '../draft/draft.native-fields.ts';
import type { SsbtekPrefill } from '../prefill/prefill.ts';

export interface Written {
  /** The form that is handed in; null where the page has none. */
  readonly form: HTMLFormElement | null;
  /** What stands inside the element's own tag. */
  readonly own: readonly PostedField[];
  readonly prefill: SsbtekPrefill | undefined;
}

/** All that is handed in of the form, in its order. Files are left out. A prefill outside of the form is handed in with it. */
export function fieldsIn({ form, own, prefill }: Written): PostedField[] {
  const entries = form ? textsIn(new FormData(form)) : [...own];
  if (!prefill || prefill.name === '' || (form !== null && prefill.form === form)) return entries;
  const others = entries.filter(([name]) => !name.startsWith(`${prefill.name}.`));
  return [...others, ...toPostedFields(prefill.name, prefill.value)];
}

function textsIn(data: FormData): PostedField[] {
  return [...data].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, keepable(value)] as const] : [],
  );
}

/** What is sent. @param statement what the person has read of; `not-shown` where it could not be looked up. */
export function toSubmission(
  name: string,
  period: Period,
  fields: readonly PostedField[],
  statement: IncomeStatement | 'not-shown' | undefined,
): Submission {
  return {
    version: 1,
    name,
    period,
    fields: fields.map(([field, value]) => [field, value] as const),
    ...(statement && {
      statement: statement === 'not-shown' ? statement : { id: statement.id, seal: statement.seal },
    }),
    declared: true,
  };
}

/** Whether it is what the host can work out again: what was retrieved, what counts, and from where. */
export function isWorkedOut(name: string, field: string): boolean {
  return field.startsWith(`${name}.`) && /\.(?:retrieved|effective|statement)$/.test(field);
}

/** What a form posts beside what the person has written: what was retrieved, what counts, and from where. */
export function workedOut({ lines }: ReviewedIncomes, statement: IncomeStatement | undefined): PostedIncomes {
  return {
    ...(statement && { statement: statement.id }),
    rows: lines.map(({ key, retrieved, effective }) => ({
      key,
      ...(retrieved !== undefined && { retrieved }),
      ...(effective !== undefined && { effective }),
      disputed: [],
    })),
    own: [],
  };
}

/** Says of what was retrieved what the person reads: the host takes nothing that says otherwise. */
export function inAgreement(
  name: string,
  fields: readonly PostedField[],
  incomes: PostedIncomes,
): PostedField[] {
  const right = new Map(toPostedFields(name, incomes));
  return fields.flatMap(([field, value]) => {
    if (!isWorkedOut(name, field)) return [[field, value] as const];
    const known = right.get(field);
    return known === undefined ? [] : [[field, known] as const];
  });
}
