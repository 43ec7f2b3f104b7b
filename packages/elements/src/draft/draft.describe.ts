import { formatDate, isCalendarDate } from '@medborgarnavet/model';
import type { DraftTexts } from '../localize/draft.texts.ts';
import type { DraftForm } from './draft.form.ts';
import type { NativeField } from './draft.native-fields.ts';
import { describeIncomes, incomesOf } from './draft.incomes.ts';
import type { Entry } from './draft.units.ts';

/** A field by the name that the person knows it by, and what may stand in it. */
export interface Description {
  readonly label: string;
  readonly say: (entries: readonly Entry[]) => string;
}

type Words = DraftTexts['conflict'];

export function describe(form: DraftForm, unit: string, words: Words): Description {
  const [first, ...others] = form.fieldsIn(unit);
  if (first) return describeField(first, [first, ...others], words);
  const incomes = incomesOf(form, unit);
  if (incomes) return describeIncomes(incomes, unit, words);
  return {
    label: words.otherPage(unit),
    say: (entries) =>
      listOf(
        entries.map(([, value]) => value),
        words,
      ),
  };
}

function describeField(first: NativeField, fields: readonly NativeField[], words: Words): Description {
  const isBox = first instanceof HTMLInputElement && first.type === 'checkbox';
  if (isBox && fields.length === 1)
    return { label: labelOf(first), say: ({ length }) => (length > 0 ? words.ticked : words.notTicked) };
  const isChoice = isBox || (first instanceof HTMLInputElement && first.type === 'radio');
  const wordFor = (value: string): string =>
    isChoice ? (optionLabel(fields, value) ?? value) : shown(first, value);
  return {
    label: (isChoice && legendOf(first)) || labelOf(first),
    say: (entries) =>
      listOf(
        entries.map(([, value]) => wordFor(value)),
        words,
      ),
  };
}

function listOf(values: readonly string[], { nothing }: Words): string {
  return values.filter((value) => value.trim() !== '').join(', ') || nothing;
}

function shown(field: NativeField, value: string): string {
  if (field instanceof HTMLSelectElement)
    return value === '' ? '' : ([...field.options].find((option) => option.value === value)?.label ?? value);
  return isCalendarDate(value) ? formatDate(value) : value;
}

function optionLabel(fields: readonly NativeField[], value: string): string | undefined {
  const field = fields.find((each) => each.value === value);
  return field && labelOf(field);
}

/** As assistive technology would name it, and else as the page's code does. */
export function labelOf(field: NativeField): string {
  const named = field.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = field.getRootNode();
  const elements =
    root instanceof Document || root instanceof ShadowRoot ? named.map((id) => root.getElementById(id)) : [];
  const labels = elements.some(Boolean) ? elements : [...(field.labels ?? [])];
  const candidates = [
    labels.map((label) => (label ? textIn(label) : '')).join(' '),
    field.getAttribute('aria-label') ?? '',
    field.title,
    'placeholder' in field ? field.placeholder : '',
  ];
  return candidates.map(tidy).find((text) => text !== '') ?? field.name;
}

function legendOf(field: NativeField): string {
  const group = field.closest('fieldset, [role=radiogroup], [role=group]');
  const legend = group?.querySelector(':scope > legend');
  return tidy(legend ? textIn(legend) : (group?.getAttribute('aria-label') ?? ''));
}

/** Without what stands in fields inside it. */
function textIn(element: Element): string {
  return [...element.childNodes]
    .map((node) => {
      if (node instanceof Text) return node.data;
      return node instanceof Element && !node.matches('input, select, textarea, script, style')
        ? textIn(node)
        : '';
    })
    .join(' ');
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[:*]+$/, '');
}
