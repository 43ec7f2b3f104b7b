import '../../packages/elements/src/provider/define.ts';
import '../../packages/elements/src/income-view/define.ts';
import '../../packages/elements/src/prefill/define.ts';
import '../../packages/elements/src/review/define.ts';
import type { IncomeSource, SsbtekReview, SubmissionSource } from '@medborgarnavet/elements';
import { receipt, singleParent } from '@medborgarnavet/mocks';
import {
  IncomeProblem,
  type IncomeProblemKind,
  type IncomeStatement,
  type Submission,
  type SubmissionReceipt,
} from '@medborgarnavet/model';
import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { button } from './page.ts';

export const HAND_IN = 'Lämna in ansökan';

type Answer = SubmissionReceipt | IncomeProblem | IncomeProblemKind;

/** The host's part: what was fetched, and what becomes of what is handed in. */
export class ReviewHost implements IncomeSource, SubmissionSource {
  kept: IncomeStatement | undefined;
  looks = 0;
  withdrawn = 0;
  readonly sent: { readonly submission: Submission; readonly key: string }[] = [];
  /** The next of these is the answer to what is handed in; the last goes on. */
  readonly answers: Answer[];
  /** Says no to each look with this. */
  lookFault: IncomeProblemKind | undefined;
  #held: (() => void)[] | undefined;

  constructor(kept: IncomeStatement | undefined = singleParent, ...answers: Answer[]) {
    this.kept = kept;
    this.answers = answers.length > 0 ? answers : [receipt];
  }

  /** Answers nobody before it is told to. */
  hold(): void {
    this.#held = [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const answer of held) answer();
  }

  readonly fetchIncome: IncomeSource['fetchIncome'] = () =>
    this.kept ? Promise.resolve(this.kept) : Promise.reject(new IncomeProblem('internal'));

  readonly latestIncome: IncomeSource['latestIncome'] = async () => {
    this.looks += 1;
    await this.#turn();
    if (this.lookFault) throw new IncomeProblem(this.lookFault);
    return this.kept;
  };

  readonly withdrawIncome = (): Promise<void> => {
    this.withdrawn += 1;
    return Promise.resolve();
  };

  readonly submit: SubmissionSource['submit'] = async (submission, key) => {
    const answer = this.answers[Math.min(this.sent.length, this.answers.length - 1)] ?? 'internal';
    this.sent.push({ submission, key });
    await this.#turn();
    if (typeof answer === 'string') throw new IncomeProblem(answer);
    if (answer instanceof Error) throw answer;
    return answer;
  };

  async #turn(): Promise<void> {
    const held = this.#held;
    if (held) await new Promise<void>((answer) => held.push(answer));
  }
}

export interface Page {
  readonly host: ReviewHost;
  readonly form: HTMLFormElement;
  readonly review: SsbtekReview;
}

export const WRITTEN: Readonly<Record<string, string>> = {
  'inkomster.har-inkomster': 'ja',
  'inkomster.fk.bostadsbidrag.corrected': '4000.00',
  'inkomster.fk.bostadsbidrag.reason': 'wrong-amount',
  'inkomster.fk.bostadsbidrag.comment': 'Jag fick mindre',
  'inkomster.egna.1.typ': 'swish',
  'inkomster.egna.1.belopp': '500.00',
};

export interface PageOptions {
  readonly host?: ReviewHost;
  readonly written?: Readonly<Record<string, string>>;
  /** The same, where a name occurs more than once. */
  readonly entries?: readonly (readonly [name: string, value: string])[];
  readonly attributes?: Readonly<Record<string, string>>;
  /** What else stands in the form. */
  readonly fields?: TemplateResult;
  /** What else stands inside the tag. */
  readonly inside?: TemplateResult;
}

/** A form with the element in it, once it has looked. */
export async function page({
  host = new ReviewHost(),
  written = WRITTEN,
  entries = Object.entries(written),
  attributes = {},
  fields = html``,
  inside = html``,
}: PageOptions = {}): Promise<Page> {
  const form = await fixture<HTMLFormElement>(html`
    <form @submit=${(event: Event) => event.preventDefault()}>
      ${fields}
      <ssbtek-review period="2026-10" sign-in="/logga-in" .source=${host} .submissionSource=${host}>
        ${inputs(entries)} ${inside}
      </ssbtek-review>
    </form>
  `);
  const review = form.querySelector('ssbtek-review')!;
  for (const [name, value] of Object.entries(attributes)) review.setAttribute(name, value);
  await settled(review);
  return { host, form, review };
}

export const inputs = (entries: NonNullable<PageOptions['entries']>): TemplateResult[] =>
  entries.map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`);

/** When all that can happen without an answer has happened. */
export async function settled(
  ...elements: readonly { readonly updateComplete: Promise<unknown> }[]
): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await Promise.all(elements.map(({ updateComplete }) => updateComplete));
  }
}

export const stands = (review: SsbtekReview, state: string): boolean => review.matches(`:state(${state})`);

export const declaration = (review: SsbtekReview): HTMLInputElement =>
  review.renderRoot.querySelector<HTMLInputElement>('input[type=checkbox]')!;

export async function vouch(review: SsbtekReview): Promise<void> {
  declaration(review).click();
  await settled(review);
}

/** Vouches, and presses. */
export async function handIn(review: SsbtekReview): Promise<void> {
  if (!declaration(review).checked) await vouch(review);
  const found = button(review, HAND_IN);
  found.focus();
  found.click();
  await settled(review);
}

/** The id of the statement that was handed in; undefined where none was. */
export function statementIn(submission: Submission | undefined): string | undefined {
  const statement = submission?.statement;
  return typeof statement === 'object' ? statement.id : statement;
}

/** What has focus in the element, as it is read. */
export function focused(review: SsbtekReview): string {
  const active = review.shadowRoot?.activeElement;
  if (!(active instanceof HTMLElement)) return '';
  const text = active instanceof HTMLInputElement ? (active.labels?.[0]?.innerText ?? '') : active.innerText;
  return (active.ariaLabel ?? text).replace(/\s+/g, ' ').trim();
}

/** What is said in the live region. */
export const announced = (review: SsbtekReview): string =>
  review.renderRoot.querySelector('[aria-live]')?.textContent ?? '';

/** What can be read of the row with that label. */
export function lineOf(review: SsbtekReview, label: string): string {
  const lines = [...review.renderRoot.querySelectorAll<HTMLElement>('.line')];
  const found = lines.find((line) => line.querySelector('[role=heading]')?.textContent === label);
  if (!found) throw new Error(`No row is called ${label}`);
  return found.innerText.replace(/\s+/g, ' ').trim();
}

export const leave = (): boolean =>
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
export const comeBack = (): boolean =>
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
