import '@medborgarnavet/elements/income-view/define.ts';
import type { IncomeSource } from '@medborgarnavet/elements';
import {
  IncomeProblem,
  type BackgroundStatement,
  type IncomeProblemKind,
  type IncomeStatement,
} from '@medborgarnavet/model';
import { fixture, html } from '@open-wc/testing';
import type { SsbtekIncomeView } from '../../packages/elements/src/income-view/income-view.ts';

export type Answer = IncomeStatement | IncomeProblemKind | undefined;

export interface FakeSource extends IncomeSource {
  /** How often the authorities were asked, how often only the host, and how often about the background. */
  asked: number;
  looked: number;
  askedBackground: number;
}

/**
 * @param latest what the host has; undefined when nothing was fetched.
 * @param fetched what a fetch gives; the same unless given.
 */
export function source(
  latest: Answer,
  fetched: Answer = latest,
  background?: BackgroundStatement | IncomeProblemKind,
): FakeSource {
  const give = <T>(answer: T | IncomeProblemKind): Promise<T> =>
    typeof answer === 'string'
      ? Promise.reject(new IncomeProblem(answer as IncomeProblemKind))
      : Promise.resolve(answer);
  const fake: FakeSource = {
    asked: 0,
    looked: 0,
    askedBackground: 0,
    fetchIncome: () => {
      fake.asked += 1;
      return give(fetched!);
    },
    latestIncome: () => {
      fake.looked += 1;
      return give(latest);
    },
    ...(background !== undefined && {
      fetchBackground: () => {
        fake.askedBackground += 1;
        return give(background);
      },
    }),
  };
  return fake;
}

export async function incomeView(
  from: IncomeSource,
  attributes: Readonly<Record<string, string>> = { period: '2026-10' },
): Promise<SsbtekIncomeView> {
  const element = await fixture<SsbtekIncomeView>(
    html`<ssbtek-income-view .source=${from}></ssbtek-income-view>`,
  );
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await settled(element);
  return element;
}

/** When what was asked has come, and is shown. */
export async function settled(element: SsbtekIncomeView): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

/** The text of each month, newest first. */
export function months(element: SsbtekIncomeView): string[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>('.month')].map((month) =>
    flat(month.innerText),
  );
}

/** The field or list with that label. */
export function field(element: SsbtekIncomeView, label: string): HTMLInputElement | HTMLSelectElement {
  const labels = [...element.renderRoot.querySelectorAll('label')];
  const found = labels.find(({ textContent }) => textContent === label)?.control;
  if (!(found instanceof HTMLInputElement || found instanceof HTMLSelectElement))
    throw new Error(`No field is called ${label}`);
  return found;
}

/** Types, or chooses by the option's text. */
export async function fill(element: SsbtekIncomeView, label: string, text: string): Promise<void> {
  const found = field(element, label);
  const option =
    found instanceof HTMLSelectElement ? [...found.options].find((each) => each.text === text) : undefined;
  found.value = option?.value ?? text;
  for (const type of ['input', 'change']) found.dispatchEvent(new Event(type, { bubbles: true }));
  await settled(element);
}

export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A button whose name begins so. */
export function beginning(element: SsbtekIncomeView, name: string): HTMLButtonElement {
  const found = [...element.renderRoot.querySelectorAll('button')].find((each) =>
    flat(each.ariaLabel ?? each.textContent).startsWith(name),
  );
  if (!found) throw new Error(`No button begins with ${name}`);
  return found;
}

export async function pressOn(element: SsbtekIncomeView, name: string): Promise<void> {
  // As a person does: what is pressed has focus.
  const pressed = beginning(element, name);
  pressed.focus();
  pressed.click();
  await settled(element);
}
