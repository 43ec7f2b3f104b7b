import { formatAmount, formatDate, type Ore, type Payment, type ReviewedLine } from '@medborgarnavet/model';
import type { ReviewTexts } from '../localize/review.texts.ts';

/** An amount, or the words that stand in its place. Never a made-up zero. */
export interface Figure {
  readonly text: string;
  readonly isAmount: boolean;
}

export interface LineView {
  readonly key: string;
  readonly label: string;
  readonly retrieved: Figure;
  readonly payers?: string;
  readonly own: Figure;
  readonly reason?: string;
  readonly comment?: string;
  /** The payments that the person says are not right, and why. */
  readonly disputed: readonly string[];
  readonly counts: Figure;
  /** What is otherwise than when it was read. */
  readonly note?: string;
}

export function toLineView(line: ReviewedLine, note: string | undefined, texts: ReviewTexts): LineView {
  const { key, label, retrieved, missing, payers, corrected, typed, reason, comment, disputed, effective } =
    line;
  const { line: words } = texts;
  return {
    key,
    label,
    retrieved: figure(retrieved, missing === undefined ? '' : words.missing[missing]),
    ...(payers.length > 0 && { payers: words.from(payers.join(', ')) }),
    own: figure(corrected, typed === undefined ? instead(line, words) : words.unreadable(typed)),
    ...(reason && { reason: words.reasons[reason] }),
    ...(comment !== undefined && comment !== '' && { comment }),
    disputed: disputed.map(
      ({ payment, reason: why }) => `${describe(payment)}${why ? `. ${words.reasons[why]}` : ''}`,
    ),
    counts: figure(effective, words.noAmount),
    ...(note !== undefined && { note }),
  };
}

export function figure(amount: Ore | undefined, otherwise: string): Figure {
  return amount === undefined
    ? { text: otherwise, isAmount: false }
    : { text: formatAmount(amount), isAmount: true };
}

/** Where the person has written no amount: what they have said otherwise. */
function instead({ retrieved, disputed }: ReviewedLine, words: ReviewTexts['line']): string {
  if (disputed.length > 0) return words.disputedInstead(disputed.length);
  return retrieved === undefined ? words.notWritten : words.notChanged;
}

function describe({ benefit, date, net }: Payment): string {
  return `${benefit.name}${date === undefined ? '' : `, ${formatDate(date)}`}: ${formatAmount(net)}`;
}
