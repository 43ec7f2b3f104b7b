import {
  CorrectionReason,
  isCalendarDate,
  OWN_INCOME_TYPES,
  parseMonths,
  type Row,
  type Submission,
} from '@medborgarnavet/model';
import type { Case } from '../asking.ts';
import { fieldOfIncomes, otherFields } from './handed-in-fields.ts';

/** The words of a field of the host's own, as the person saw them. */
export interface FieldWords {
  /** What the field asks: its label. */
  readonly fraga: string;
  /** What the value says, where the value is a code: the label of the choice. */
  readonly svar?: string;
  /** It tells of incomes in words, and is read with them. */
  readonly omInkomster?: true;
}

/** Tells of a field. Undefined when the form has no such field, or the field cannot hold that value. */
export type DescribeField = (name: string, value: string) => FieldWords | undefined;

/**
 * What the host knows of its own form. What a page says of the form is compared with this and never believed: the name, the time and
 * the fields of what is handed in, and the labels that are signed and printed, are the host's.
 */
export interface HostForm {
  /** The `name` of the host's `<ssbtek-prefill>`: what the names of the fields with incomes begin with. */
  readonly name: string;
  /**
   * The time that the incomes of an application are for, in the notation of the elements' attribute `period`: `2026-10`, or
   * `2026-08/2026-10`. Undefined when there is no such application. Asked when something is handed in.
   */
  readonly periodOf: (of: Case) => Promise<string | undefined>;
  /**
   * Tells of each field that the form has besides those with incomes: a field that it does not know is refused. `not-listed` when the
   * host cannot tell: then any field is taken, and printed apart from the form's own, as something that the e-service does not know.
   */
  readonly fields: DescribeField | 'not-listed';
}

/** Why what is handed in is not of the host's form. Names the kind, and nothing that was sent. */
export type FormFault = 'other-name' | 'other-period' | 'unknown-field' | 'unknown-choice';

/** What in a submission is not of the form; undefined when all of it is. The time is judged by {@link isForPeriod}. */
export function formFaultIn(
  submission: Submission,
  { name, fields }: Pick<HostForm, 'name' | 'fields'>,
  rows: readonly Row[],
): FormFault | undefined {
  if (submission.name !== name) return 'other-name';
  const others = otherFields(submission, rows);
  if (fields !== 'not-listed' && others.some(([field, value]) => !fields(field, value)))
    return 'unknown-field';
  return hasUnknownChoice(submission, rows) ? 'unknown-choice' : undefined;
}

/** Whether it is for the time that the application is for. @throws Error when the host tells of no months. */
export async function isForPeriod(
  { period }: Submission,
  { periodOf }: Pick<HostForm, 'periodOf'>,
  of: Case,
): Promise<boolean> {
  const months = await periodOf(of);
  if (months === undefined) return false;
  const own = parseMonths(months);
  if (!own) throw new Error('periodOf of the form must tell months, such as 2026-10 or 2026-08/2026-10.');
  return period.from === own.from && period.to === own.to;
}

/** Whether the elements offer the value, by what the field holds. */
const CHOICES: ReadonlyMap<string | undefined, (value: string) => boolean> = new Map([
  ['har-inkomster', (value) => value === 'ja' || value === 'nej'],
  ['typ', (value) => OWN_INCOME_TYPES.some((type) => type === value)],
  ['datum', isCalendarDate],
  ['reason', (value) => CorrectionReason.safeParse(value).success],
]);

/** What was chosen among the elements' own lists would else be left out without a word. Nothing chosen is fine. */
function hasUnknownChoice({ name, fields }: Submission, rows: readonly Row[]): boolean {
  return fields.some(([field, value]) => {
    if (value === '' || !field.startsWith(`${name}.`)) return false;
    const isOffered = CHOICES.get(fieldOfIncomes(field.slice(name.length + 1), rows));
    return isOffered !== undefined && !isOffered(value);
  });
}
