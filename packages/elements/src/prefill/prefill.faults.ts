import { parseTypedAmount, type FilledRow } from '@medborgarnavet/model';
import type { PrefillInput } from './prefill.view-model.ts';
import { differs, entryOf, type OwnIncome } from './prefill.written.ts';

/** What stops the form, and where. */
export interface FaultView {
  /** The id of the field in the element. */
  readonly field: string;
  /** The row's key, or what the field is about. */
  readonly key: string;
  /** What the field is called. */
  readonly label: string;
  readonly text: string;
}

/** In the order of the page. Nothing is a fault that the person has not begun to write, but for what the host demands. */
export function faultsIn(
  filled: readonly FilledRow[],
  { written, rules, texts }: Pick<PrefillInput, 'written' | 'rules' | 'texts'>,
): FaultView[] {
  const { faults } = texts;
  const unanswered: FaultView = {
    field: 'has-income-yes',
    key: 'har-inkomster',
    label: texts.question.text,
    text: faults.answerMissing,
  };
  return [
    ...(rules.answer && written.hasIncome === '' ? [unanswered] : []),
    ...filled.flatMap((row) => faultInRow(row, { written, rules, texts })),
    ...written.own.flatMap((income, index) => faultsInOwn(income, index + 1, texts)),
  ];
}

function faultInRow(
  filled: FilledRow,
  { written, rules, texts }: Pick<PrefillInput, 'written' | 'rules' | 'texts'>,
): FaultView[] {
  const { key, label } = filled.row;
  const { correction, comment, reason } = entryOf(written, key);
  const typed = parseTypedAmount(correction);
  if (typed.kind === 'unreadable') {
    return [{ field: `correction-${key}`, key, label, text: texts.amount[typed.why] }];
  }
  const isUnexplained = differs(filled, written) && reason === '' && comment.trim() === '';
  return rules.reason && isUnexplained
    ? [{ field: `reason-${key}`, key, label, text: texts.faults.reasonMissing }]
    : [];
}

function faultsInOwn(
  { id, type, amount }: OwnIncome,
  number: number,
  texts: PrefillInput['texts'],
): FaultView[] {
  const typed = parseTypedAmount(amount);
  const label = texts.own.legend(number);
  const missing = (field: string, text: string): FaultView => ({ field, key: 'egna', label, text });
  return [
    ...(type === '' ? [missing(`own-type-${id}`, texts.faults.ownTypeMissing)] : []),
    ...(typed.kind === 'empty' ? [missing(`own-amount-${id}`, texts.faults.ownAmountMissing)] : []),
    ...(typed.kind === 'unreadable' ? [missing(`own-amount-${id}`, texts.amount[typed.why])] : []),
  ];
}
