import {
  formatAmount,
  formatDate,
  isCalendarDate,
  MONEY_SOURCES,
  oreFromKronor,
  OWN_INCOME_TYPES,
  CorrectionReason,
  type Row,
} from '@medborgarnavet/model';
import type { DraftTexts } from '../localize/draft.texts.ts';
import { sv } from '../localize/sv.ts';
import { readRowList } from '../prefill/prefill.row-list.ts';
import { SsbtekPrefill } from '../prefill/prefill.ts';
import type { Description } from './draft.describe.ts';
import type { DraftForm } from './draft.form.ts';
import type { Entry } from './draft.units.ts';

/** The `<ssbtek-prefill>` of the form that the unit belongs to. */
export function incomesOf(form: DraftForm, unit: string): SsbtekPrefill | undefined {
  return prefillsIn(form).find(({ name }) => unit.startsWith(`${name}.`));
}

export function prefillsIn(form: DraftForm): SsbtekPrefill[] {
  return form.restorables().filter((element) => element instanceof SsbtekPrefill);
}

/** A row of the incomes, or the person's own incomes, in the words that they have there. */
export function describeIncomes(
  { name, rows }: SsbtekPrefill,
  unit: string,
  words: DraftTexts['conflict'],
): Description {
  const key = unit.slice(name.length + 1);
  const say = (entries: readonly Entry[]): string => {
    const disputes = entries.filter(([field]) => field.endsWith('.disputed')).length;
    const parts = entries.map(([field, value]) => wordFor(field.slice(unit.length + 1), value));
    if (disputes > 0) parts.push(words.disputed(disputes));
    return parts.filter((part) => part !== '').join(', ') || words.nothing;
  };
  return { label: labelOf(key, readRowList(rows, MONEY_SOURCES), words), say };
}

function labelOf(key: string, rows: readonly Row[], { ownIncomes }: DraftTexts['conflict']): string {
  if (key === 'egna') return ownIncomes;
  if (key === 'har-inkomster') return sv.question.text;
  return rows.find((row) => row.key === key)?.label ?? key;
}

/** @param field what comes after the row's name: empty for the question, `1.typ` for an own income. */
function wordFor(field: string, value: string): string {
  switch (field.replace(/^\d+\./, '')) {
    case '':
      return { ja: sv.question.yes, nej: sv.question.no }[value] ?? value;
    case 'corrected':
    case 'belopp': {
      const amount = oreFromKronor(value);
      return amount === undefined ? value : formatAmount(amount);
    }
    case 'reason': {
      const reason = CorrectionReason.safeParse(value).data;
      return reason ? sv.reasons[reason] : value;
    }
    case 'typ': {
      const type = OWN_INCOME_TYPES.find((each) => each === value);
      return type ? sv.own.types[type] : value;
    }
    case 'datum':
      return isCalendarDate(value) ? formatDate(value) : value;
    case 'comment':
      return value;
    default:
      return '';
  }
}
