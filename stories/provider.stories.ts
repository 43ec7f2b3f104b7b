import type { IncomeSource } from '@medborgarnavet/elements';
import { partlyChecked, singleParent } from '@medborgarnavet/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor, within } from 'storybook/test';
import { sv } from '../packages/elements/src/localize/sv.ts';
import { gives } from './income-view.ts';

interface ProviderArgs {
  readonly period: string;
  readonly source: IncomeSource;
}
type Story = StoryObj<ProviderArgs>;
type Play = NonNullable<Story['play']>;

const meta: Meta<ProviderArgs> = {
  component: 'ssbtek-provider',
  title: 'ssbtek-provider/Form and view',
  args: { period: '2026-10', source: gives(undefined, { fetched: singleParent }) },
  argTypes: { source: { table: { disable: true } } },
  render: ({ period, source }) => html`
    <ssbtek-provider period=${period} .source=${source}>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <ssbtek-prefill name="inkomster"></ssbtek-prefill>
      </form>
      <ssbtek-income-view heading="Bakgrund till siffrorna" depth="months"></ssbtek-income-view>
    </ssbtek-provider>
  `,
};
export default meta;

/** Presses each in turn, wherever it is, as soon as it is there: the first whose name begins so. */
function press(...names: readonly string[]): Play {
  return async ({ canvasElement, step }) => {
    for (const name of names) {
      await step(`Press "${name}"`, async () => {
        const button = await waitFor(() => {
          const shown = [...canvasElement.querySelectorAll('ssbtek-prefill, ssbtek-income-view')];
          const found = shown
            .flatMap(({ shadowRoot }) => [...(shadowRoot?.children ?? [])])
            .flatMap((part) => (part instanceof HTMLElement ? within(part).queryAllByRole('button') : []))
            .find((each) => (each.ariaLabel ?? each.textContent.trim()).startsWith(name));
          if (!found) throw new Error(`No button begins with ${name}.`);
          return found;
        });
        button.click();
      });
    }
  };
}

const { fetch } = sv.prefill;
const behind = `${sv.payment.behind}: Bostadsbidrag`;

/** Nothing has been fetched. Look at whether it is clear that there is one place to press. */
export const NothingFetched: Story = {};

/** The form has the amounts, and the view what came in and no more. Look at whether they repeat each other. */
export const Fetched: Story = { play: press(fetch) };

/** From an amount to what lies behind it. Look at whether a person knows where they are, and how to come back. */
export const Behind: Story = { play: press(fetch, behind) };

/** Said in the view. Look at whether it is seen in the form that a payment is said to be wrong. */
export const Disputed: Story = { play: press(fetch, behind, sv.payment.dispute) };

/** Some did not answer. Look at whether neither of them looks complete. */
export const PartlyChecked: Story = {
  args: { source: gives(undefined, { fetched: partlyChecked }) },
  play: press(fetch),
};
