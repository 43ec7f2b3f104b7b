import '@medborgarnavet/elements/income-view/define.ts';
import { DEPTHS, personas, questionsFor, type Depth, type PersonaCode } from '@medborgarnavet/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { gives } from './income-view.ts';

interface TestLeaderArgs {
  readonly person: PersonaCode;
  readonly depth: Depth;
}
type Story = StoryObj<TestLeaderArgs>;

const category = { table: { category: 'attributes' } };

/**
 * For those who test with people: choose a test person and how much is open below, let the person look, and read the
 * questions aloud. The right answers are worked out of what is shown. `npm start` has the same with a form for what was
 * answered; docs/testledning.md says how.
 */
const meta: Meta<TestLeaderArgs> = {
  title: 'ssbtek-income-view/For test leaders',
  tags: ['!autodocs'],
  argTypes: {
    person: { ...category, control: 'select', options: Object.keys(personas) },
    depth: { ...category, control: 'inline-radio', options: DEPTHS },
  },
  render: ({ person, depth }) => {
    const { title, statement, background } = personas[person];
    return html`
      <ssbtek-income-view
        period="2026-08/2026-10"
        depth=${depth}
        heading="Bakgrund till siffrorna"
        .source=${gives(statement, { background })}
      ></ssbtek-income-view>
      <section style="margin-block-start: 2rem; border-block-start: 2px solid" aria-label="Frågor">
        <p>Till testledaren: ${person}, ${title}</p>
        <ol style="padding-inline-start: 1.5rem">
          ${questionsFor(statement, depth).map(
            ({ text, answer }) =>
              html`<li style="margin-block: 1rem">
                ${text}
                <details>
                  <summary style="min-block-size: 44px; align-content: center">Visa rätt svar</summary>
                  ${answer}
                </details>
              </li>`,
          )}
        </ol>
      </section>
    `;
  },
};
export default meta;

/** A sentence and a figure a month. */
export const Months: Story = { args: { person: 'P3', depth: 'months' } };

/** Every payment. */
export const Payments: Story = { args: { person: 'P8', depth: 'payments' } };

/** What each is made of. */
export const Details: Story = { args: { person: 'P4', depth: 'details' } };
