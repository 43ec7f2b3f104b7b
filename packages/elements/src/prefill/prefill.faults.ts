import { parseTypedAmount, type FilledRow } from '@medborgarnavet/model';
import type { PrefillInput } from './prefill.view-model.ts';
import { differs, entryOf, type OwnIncome } from './prefill.written.ts';

/** How long a comment may be, in characters. A longer one is not cut: what was typed or pasted stays. */
export const LONGEST_COMMENT = 500;

/** What stops the form, and where. */
export interface FaultView {
  /** The id of the field in the element. */
  readonly field: string;
  /** The row's key, or what the field is about. */
  readonly key: string;
  /** What to do, at the field. */
  readonly text: string;
  /** The same in short, with the field's name, in a list of all. */
  readonly brief: string;
}

/** In the order of the page. Nothing is a fault that the person has not begun to write, but for what the host demands. */
export function faultsIn(
  filled: readonly FilledRow[],
  { written, rules, halfDates, texts }: Pick<PrefillInput, 'written' | 'rules' | 'halfDates' | 'texts'>,
): FaultView[] {
  const { faults } = texts;
  const unanswered: FaultView = {
    field: 'has-income-yes',
    key: 'har-inkomster',
    text: faults.answerMissing,
    brief: faults.answerMissing,
  };
  return [
    ...(rules.answer && written.hasIncome === '' ? [unanswered] : []),
    ...filled.flatMap((row) => faultsInRow(row, { written, rules, texts })),
    ...written.own.flatMap((income, index) => faultsInOwn(income, index + 1, { halfDates, texts })),
  ];
}

function faultsInRow(
  filled: FilledRow,
  input: Pick<PrefillInput, 'written' | 'rules' | 'texts'>,
): FaultView[] {
  const { written, texts } = input;
  const { key, label } = filled.row;
  const { length } = entryOf(written, key).comment.trim();
  const tooLong: FaultView = {
    field: `comment-${key}`,
    key,
    text: texts.faults.commentTooLong(length, LONGEST_COMMENT),
    brief: texts.faults.brief(label, 'comment'),
  };
  return [...faultInAmount(filled, input), ...(length > LONGEST_COMMENT ? [tooLong] : [])];
}

function faultInAmount(
  filled: FilledRow,
  { written, rules, texts }: Pick<PrefillInput, 'written' | 'rules' | 'texts'>,
): FaultView[] {
  const { key, label } = filled.row;
  const { correction, comment, reason } = entryOf(written, key);
  const typed = parseTypedAmount(correction);
  if (typed.kind === 'unreadable') {
    return [
      {
        field: `correction-${key}`,
        key,
        text: texts.amount[typed.why],
        brief: texts.faults.brief(label, 'amount'),
      },
    ];
  }
  const isUnexplained = differs(filled, written) && reason === '' && comment.trim() === '';
  return rules.reason && isUnexplained
    ? [
        {
          field: `reason-${key}`,
          key,
          text: texts.faults.reasonMissing,
          brief: texts.faults.brief(label, 'reason'),
        },
      ]
    : [];
}

function faultsInOwn(
  { id, type, amount }: OwnIncome,
  number: number,
  { halfDates, texts }: Pick<PrefillInput, 'halfDates' | 'texts'>,
): FaultView[] {
  const typed = parseTypedAmount(amount);
  const label = texts.own.legend(number);
  const fault = (field: string, text: string, what: 'kind' | 'amount' | 'date'): FaultView => ({
    field,
    key: 'egna',
    text,
    brief: texts.faults.brief(label, what),
  });
  return [
    ...(type === '' ? [fault(`own-type-${id}`, texts.faults.ownTypeMissing, 'kind')] : []),
    ...(typed.kind === 'empty' ? [fault(`own-amount-${id}`, texts.faults.ownAmountMissing, 'amount')] : []),
    ...(typed.kind === 'amount' && typed.ore < 0
      ? [fault(`own-amount-${id}`, texts.faults.ownNegative, 'amount')]
      : []),
    ...(typed.kind === 'unreadable' ? [fault(`own-amount-${id}`, texts.amount[typed.why], 'amount')] : []),
    ...(halfDates?.has(`own-date-${id}`)
      ? [fault(`own-date-${id}`, texts.faults.dateUnreadable, 'date')]
      : []),
  ];
}
