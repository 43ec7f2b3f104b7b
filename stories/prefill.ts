import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** What the host's page writes in the tag, and between its ends. */
export interface PrefillArgs {
  readonly name: string;
  readonly endpoint?: string | undefined;
  readonly period: string;
  readonly statement?: string;
  readonly sources?: string;
  readonly 'heading-level'?: number;
  /** What the form posted before, by the name of its field. */
  readonly posted?: Readonly<Record<string, string>>;
}

export type PrefillStory = StoryObj<PrefillArgs>;

/** What all stories of `<ssbtek-prefill>` have in common. */
export const prefill = {
  component: 'ssbtek-prefill',
  args: { name: 'inkomster', endpoint: '/api/inkomst', period: '2026-10' },
  argTypes: { posted: { table: { disable: true } } },
  render: ({
    name,
    endpoint,
    period,
    statement,
    sources,
    'heading-level': headingLevel,
    posted = {},
  }) => html`
    <ssbtek-prefill
      name=${name}
      endpoint=${ifDefined(endpoint)}
      period=${period}
      statement=${ifDefined(statement)}
      sources=${ifDefined(sources)}
      heading-level=${ifDefined(headingLevel)}
    >
      ${Object.entries(posted).map(
        ([field, value]) => html`<input type="hidden" name=${field} value=${value} />`,
      )}
    </ssbtek-prefill>
  `,
} satisfies Meta<PrefillArgs>;
