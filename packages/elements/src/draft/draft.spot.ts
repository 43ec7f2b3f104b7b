import type { DraftTexts } from '../localize/draft.texts.ts';
import { sv } from '../localize/sv.ts';
import { describe } from './draft.describe.ts';
import type { DraftForm, Restorable } from './draft.form.ts';
import { incomesOf, prefillsIn } from './draft.incomes.ts';
import type { NativeField } from './draft.native-fields.ts';
import { unitOf } from './draft.units.ts';

/** A field that a person can be led to. */
export interface Spot {
  /** As the person knows it. */
  readonly label: string;
  /** Moves focus there. @returns whether it came there. */
  readonly focus: () => boolean | Promise<boolean>;
}

/** The field of that name, as a draft names where a person was; undefined when it is not on the page. */
export function spotAt(form: DraftForm, at: string, { conflict }: DraftTexts): Spot | undefined {
  const fields = form.fieldsIn(unitOf(at)).filter(({ name }) => name === at);
  const field = fields.find(isChosen) ?? fields[0];
  if (field) return { label: describe(form, unitOf(at), conflict).label, focus: () => focused(field) };
  const element = form.restorables().find(({ name }) => at === name || at.startsWith(`${name}.`));
  if (!element) return undefined;
  const key = at.slice(element.name.length + 1);
  if (key === '' || !hasRows(element))
    return { label: labelOf(form, element), focus: () => focused(element) };
  const label = incomesOf(form, at) ? describe(form, at, conflict).label : labelOf(form, element);
  return { label, focus: () => element.focusField(key) };
}

/** Of the radio buttons of one name it is the chosen one that focus comes to. */
function isChosen(field: NativeField): boolean {
  return field instanceof HTMLInputElement && field.type === 'radio' && field.checked;
}

function focused(element: HTMLElement): boolean {
  element.focus();
  const root = element.getRootNode();
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element;
}

interface WithRows {
  readonly focusField: (key: string) => boolean | Promise<boolean>;
}

function hasRows(element: Restorable): element is Restorable & WithRows {
  return 'focusField' in element && typeof element.focusField === 'function';
}

function labelOf(form: DraftForm, element: Restorable): string {
  const prefill = prefillsIn(form).find((each) => each === element);
  const own = prefill ? prefill.heading || sv.prefill.heading : '';
  const named = [own, element.getAttribute('aria-label') ?? '', element.title].find(
    (text) => text.trim() !== '',
  );
  return named ?? element.name;
}
