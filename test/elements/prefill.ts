import '@medborgarnavet/elements/define.ts';
import type { IncomeSource, SsbtekPrefill } from '@medborgarnavet/elements';
import { singleParent } from '@medborgarnavet/mocks';
import { IncomeProblem, type IncomeProblemKind, type IncomeStatement } from '@medborgarnavet/model';
import { fixture, html } from '@open-wc/testing';

export const FETCH = 'Hämta dina inkomstuppgifter';

export interface FakeSource extends IncomeSource {
  asked: number;
  withdrawn: number;
}

/** Answers each call with the next of these, and goes on with the last. */
export function source(...answers: (IncomeStatement | IncomeProblemKind)[]): FakeSource {
  const fake: FakeSource = {
    asked: 0,
    withdrawn: 0,
    withdrawIncome: () => {
      fake.withdrawn += 1;
      return Promise.resolve();
    },
    fetchIncome: () => {
      const answer = answers[Math.min(fake.asked, answers.length - 1)];
      fake.asked += 1;
      return typeof answer === 'object'
        ? Promise.resolve(answer)
        : Promise.reject(new IncomeProblem(answer ?? 'internal'));
    },
    latestIncome: () => Promise.resolve(answers.find((answer) => typeof answer === 'object')),
  };
  return fake;
}

/** The element in a form, with attributes of the test's own. */
export async function prefill(
  from: IncomeSource = source(singleParent),
  attributes: Readonly<Record<string, string>> = {},
): Promise<SsbtekPrefill> {
  const form = await fixture<HTMLFormElement>(html`
    <form>
      <ssbtek-prefill name="inkomster" period="2026-10" .source=${from}></ssbtek-prefill>
      <button>Nästa</button>
    </form>
  `);
  const element = form.querySelector('ssbtek-prefill')!;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  return element;
}

export async function fetched(
  from: IncomeSource = source(singleParent),
  attributes: Readonly<Record<string, string>> = {},
): Promise<SsbtekPrefill> {
  const element = await prefill(from, attributes);
  await element.fetchIncome();
  await element.updateComplete;
  return element;
}

export const posted = (element: SsbtekPrefill): Record<string, FormDataEntryValue> =>
  Object.fromEntries(new FormData(element.closest('form')!));
