import '../packages/elements/src/review/define.ts';
import type { IncomeSource, SubmissionSource } from '@medborgarnavet/elements';
import { receipt, singleParent } from '@medborgarnavet/mocks';
import {
  IncomeProblem,
  SubmissionRefused,
  type IncomeProblemKind,
  type IncomeStatement,
  type SubmissionRefusal,
} from '@medborgarnavet/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor, within } from 'storybook/test';
import { reviewSv as sv } from '../packages/elements/src/localize/review.sv.ts';

/** What the page has in it, and what the host does. */
export interface ReviewArgs {
  /** What the host keeps when the page comes; `nothing` when nothing was fetched. */
  readonly fetched?: IncomeStatement | IncomeProblemKind | 'nothing';
  /** What it keeps once something has been handed in. */
  readonly later?: IncomeStatement | 'nothing';
  /** What the person wrote on an earlier page, by the name of its field. */
  readonly written?: Readonly<Record<string, string>>;
  readonly answer?: SubmissionRefusal | IncomeProblemKind | 'taken' | 'never';
  readonly 'summary-only'?: boolean;
  readonly 'change-href'?: string;
  readonly declaration?: string;
  /** What happens next, in the receipt. */
  readonly after?: string;
  /** A form with incomes before it, on the same page. */
  readonly withPrefill?: boolean;
}

export type ReviewStory = StoryObj<ReviewArgs>;
type Play = NonNullable<ReviewStory['play']>;

const REFUSALS: readonly string[] = ['retrieved-changed', 'statement-replaced', 'already-handed-in'];

type Host = IncomeSource & SubmissionSource;

function hostFor({ fetched = singleParent, later, answer = 'taken' }: ReviewArgs): Host {
  let isHandedIn = false;
  const look = (): Promise<IncomeStatement | undefined> => {
    const kept = isHandedIn ? (later ?? fetched) : fetched;
    if (kept === 'nothing') return Promise.resolve(undefined);
    return typeof kept === 'string' ? Promise.reject(new IncomeProblem(kept)) : Promise.resolve(kept);
  };
  return {
    latestIncome: look,
    fetchIncome: async () => (await look()) ?? Promise.reject(new IncomeProblem('internal')),
    submit: () => {
      isHandedIn = true;
      if (answer === 'never') return new Promise(() => undefined);
      if (answer === 'taken') return Promise.resolve(receipt);
      if (!REFUSALS.includes(answer)) return Promise.reject(new IncomeProblem(answer as IncomeProblemKind));
      return Promise.reject(new SubmissionRefused(answer as SubmissionRefusal, receipt));
    },
  };
}

/** What all stories of `<ssbtek-review>` have in common: a form of the host's, with the element at its end. */
export const review = {
  component: 'ssbtek-review',
  argTypes: { fetched: { table: { disable: true } }, later: { table: { disable: true } } },
  render: (args) => {
    const host = hostFor(args);
    const { written = {}, withPrefill = false, 'summary-only': summaryOnly = false } = args;
    const fields = Object.entries(written).map(
      ([name, value]) => html`<input type="hidden" name=${name} value=${value} />`,
    );
    return html`
      <form aria-label="Ansökan" @submit=${(event: Event) => event.preventDefault()}>
        ${
          withPrefill
            ? html`<ssbtek-prefill
                id="mina-inkomster"
                name="inkomster"
                period="2026-10"
                statement="exempel-uttag-1"
                style="margin-block-end: 3rem"
                .source=${host}
                >${fields}</ssbtek-prefill
              >`
            : ''
        }
        <ssbtek-review
          period="2026-10"
          sign-in="/logga-in"
          for=${withPrefill ? 'mina-inkomster' : ''}
          change-href=${args['change-href'] ?? ''}
          declaration=${args.declaration ?? ''}
          ?summary-only=${summaryOnly}
          .source=${host}
          .submissionSource=${host}
          >${withPrefill ? '' : fields}${args.after === undefined ? '' : html`<p slot="after">${args.after}</p>`}</ssbtek-review
        >
        ${summaryOnly ? html`<p><button style="font: inherit; padding: 0.8rem">Skicka ansökan</button></p>` : ''}
      </form>
    `;
  },
} satisfies Meta<ReviewArgs>;

const PATIENCE = { timeout: 15_000 };

function read({ canvasElement }: Parameters<Play>[0]) {
  const shown = canvasElement
    .querySelector('ssbtek-review')
    ?.shadowRoot?.querySelector<HTMLElement>('section');
  if (!shown) throw new Error('There is no <ssbtek-review> in the story.');
  return within(shown);
}

/** Waits until the element says this. */
export function waitUntil(text: string | RegExp): Play {
  // What is shown is compared with ordinary spaces in it, and amounts have others.
  const wanted = typeof text === 'string' ? text.replace(/\s/g, ' ') : text;
  return (context) =>
    context.step(`Wait until it says "${String(text)}"`, async () => {
      await waitFor(() => read(context).getAllByText(wanted), PATIENCE);
    });
}

/** Presses the element's button of this name. */
export function press(name: string): Play {
  return (context) =>
    context.step(`Press "${name}"`, async () => {
      (await waitFor(() => read(context).getByRole('button', { name }), PATIENCE)).click();
    });
}

/** Ticks the box. */
export const vouch: Play = (context) =>
  context.step('Vouch for it', async () => {
    (await waitFor(() => read(context).getByRole('checkbox'), PATIENCE)).click();
  });

/** Vouches for it, and hands it in. */
export const handIn: Play = (context) => inTurn(vouch, press(sv.handIn.button))(context);

/** One after the other. */
export function inTurn(...plays: readonly Play[]): Play {
  return async (context) => {
    for (const play of plays) await play(context);
  };
}
