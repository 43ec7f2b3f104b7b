import '@medborgarnavet/elements/income-view/define.ts';
import type { IncomeSource } from '@medborgarnavet/elements';
import {
  IncomeProblem,
  type BackgroundStatement,
  type IncomeProblemKind,
  type IncomeStatement,
} from '@medborgarnavet/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { waitFor, within } from 'storybook/test';

/** What the page writes in the tag, and where its data comes from. */
export interface IncomeViewArgs {
  readonly period?: string;
  readonly heading?: string;
  readonly 'heading-level'?: number;
  readonly sources?: string;
  readonly depth?: '' | 'months' | 'payments' | 'details';
  readonly 'leave-to'?: string;
  readonly source?: IncomeSource;
}

export type IncomeViewStory = StoryObj<IncomeViewArgs>;
type Play = NonNullable<IncomeViewStory['play']>;

/** What all stories of `<ssbtek-income-view>` have in common. */
export const incomeView = {
  component: 'ssbtek-income-view',
  args: { period: '2026-10' },
  argTypes: { source: { table: { disable: true } } },
  render: ({ period, heading, 'heading-level': level, sources, depth, 'leave-to': leaveTo, source }) =>
    html`<ssbtek-income-view
      period=${ifDefined(period)}
      heading=${ifDefined(heading)}
      heading-level=${ifDefined(level)}
      sources=${ifDefined(sources)}
      depth=${ifDefined(depth)}
      leave-to=${ifDefined(leaveTo)}
      .source=${source}
    ></ssbtek-income-view>`,
} satisfies Meta<IncomeViewArgs>;

type Answer = IncomeStatement | IncomeProblemKind | undefined;

/** @param latest what the host has kept; `background` what it finds behind the payments. */
export function gives(
  latest: Answer,
  { fetched = latest, background }: { fetched?: Answer; background?: BackgroundStatement } = {},
): IncomeSource {
  // What is not there cannot be fetched either.
  const fetches = fetched ?? 'internal';
  const give = <T>(answer: T | IncomeProblemKind): Promise<T> =>
    typeof answer === 'string'
      ? Promise.reject(new IncomeProblem(answer as IncomeProblemKind))
      : Promise.resolve(answer);
  return {
    latestIncome: () => give(latest),
    fetchIncome: () => give(fetches),
    ...(background && { fetchBackground: () => give(background) }),
  };
}

/** Presses the first button whose name begins so, as soon as there is one. */
export function pressFirst(name: string): Play {
  return async ({ canvasElement, step }) =>
    step(`Press "${name}"`, async () => {
      const shown = canvasElement.querySelector('ssbtek-income-view')?.shadowRoot?.firstElementChild;
      if (!(shown instanceof HTMLElement)) throw new Error('There is no <ssbtek-income-view> in the story.');
      const named = await waitFor(() =>
        within(shown).getAllByRole('button', { name: (text) => text.startsWith(name) }),
      );
      named[0]?.click();
    });
}
