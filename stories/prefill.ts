import type { OwnTexts } from '@medborgarnavet/elements';
import type { Decorator, Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** What the host's page writes in the tag, and between its ends. */
export interface PrefillArgs {
  readonly name: string;
  readonly endpoint?: string | undefined;
  readonly period: string;
  readonly statement?: string;
  readonly sources?: string;
  readonly rows?: string;
  readonly 'fold-empty'?: boolean;
  readonly question?: 'optional' | 'required';
  readonly 'reason-required'?: boolean;
  readonly 'sign-in'?: string;
  readonly 'heading-level'?: number;
  /** The host's own words: a property, and no attribute. */
  readonly texts?: OwnTexts;
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
    rows,
    'fold-empty': foldEmpty = false,
    question,
    'reason-required': reasonRequired = false,
    'sign-in': signIn,
    'heading-level': headingLevel,
    texts,
    posted = {},
  }) => html`
    <ssbtek-prefill
      name=${name}
      endpoint=${ifDefined(endpoint)}
      period=${period}
      statement=${ifDefined(statement)}
      sources=${ifDefined(sources)}
      rows=${ifDefined(rows)}
      ?fold-empty=${foldEmpty}
      question=${ifDefined(question)}
      ?reason-required=${reasonRequired}
      sign-in=${ifDefined(signIn)}
      heading-level=${ifDefined(headingLevel)}
      .texts=${texts}
    >
      ${Object.entries(posted).map(
        ([field, value]) => html`<input type="hidden" name=${field} value=${value} />`,
      )}
    </ssbtek-prefill>
  `,
} satisfies Meta<PrefillArgs>;

/** The host's form around it, with a button that sends it nowhere. */
export const inForm: Decorator = (story) => html`
  <form @submit=${(event: Event) => event.preventDefault()}>
    ${story()}
    <button style="margin-block-start: 2rem; padding: 0.6rem 1.2rem; font: inherit">Nästa</button>
  </form>
`;

/** A fieldset of the host's that is closed for now. */
export const inDisabledFieldset: Decorator = (story) => html`
  <fieldset disabled style="min-inline-size: 0; margin: 0; padding: 0; border: 0">${story()}</fieldset>
`;

/** A page in other colours than the ordinary ones, with no theme. */
export const onPage =
  (style: string): Decorator =>
  (story) =>
    html`<div style="padding: 1rem; ${style}">${story()}</div>`;

const SLOW = 8_000;

/** For `beforeEach`: lets the eight seconds pass at once, after which a fetch is called slow. */
export function hurry(): () => void {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = ((run: () => void, wait?: number) =>
    setTimeout(run, wait === SLOW ? 0 : wait)) as typeof setTimeout;
  return () => {
    globalThis.setTimeout = setTimeout;
  };
}
