// The stories' own, as the lead's entry does not define it yet.
import '../packages/elements/src/draft/define.ts';
import {
  DraftConflict,
  IncomeProblem,
  type Draft,
  type IncomeProblemKind,
  type SavedDraft,
} from '@medborgarnavet/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor, within } from 'storybook/test';
import type { Clock } from '../packages/elements/src/draft/draft.clock.ts';
import type { DraftSource } from '../packages/elements/src/draft/draft-source.ts';

/** What the host does in a story. */
export interface DraftArgs {
  readonly heading?: string;
  /** The person comes from the sign-in, and was in the field of this name. */
  readonly backTo?: string;
  /** What the host keeps when the page comes. */
  readonly kept?: Draft['fields'];
  readonly savedAt?: string;
  readonly expiresAt?: string;
  /** What has been saved elsewhere by the time that the page saves; `deleted` for nothing. */
  readonly elsewhere?: Draft['fields'] | 'deleted';
  readonly fails?: {
    readonly load?: IncomeProblemKind;
    readonly save?: IncomeProblemKind;
    readonly delete?: IncomeProblemKind;
  };
  /** Which of them is never answered. */
  readonly silent?: 'load' | 'save';
  readonly withPrefill?: boolean;
}

export type DraftStory = StoryObj<DraftArgs>;
type Play = NonNullable<DraftStory['play']>;

const NOW = Date.parse('2026-11-22T13:32:00Z');

/** It is always the same time, and a pause in typing is over at once. */
const clock: Clock = {
  now: () => NOW,
  random: () => 0.5,
  after: (wait, run) => {
    const timer = setTimeout(run, wait <= 1_000 ? 0 : 2 ** 31 - 1);
    return () => clearTimeout(timer);
  },
};

const never = (): Promise<never> => new Promise(() => undefined);
const etagOf = (save: number): string => `"exempel-sparning-${save}"`;

function hostFor({
  kept,
  savedAt,
  expiresAt,
  elsewhere,
  backTo,
  fails = {},
  silent,
}: DraftArgs): DraftSource {
  let save = 1;
  const of = (fields: Draft['fields'], at = new Date(NOW).toISOString()): SavedDraft => ({
    version: 1,
    fields,
    savedAt: at,
    expiresAt: expiresAt ?? '2026-11-28T13:32:00Z',
    etag: etagOf(save),
    ...(backTo !== undefined && { at: backTo }),
  });
  const refuse = (kind: IncomeProblemKind): Promise<never> => Promise.reject(new IncomeProblem(kind));
  return {
    loadDraft: () => {
      if (silent === 'load') return never();
      return fails.load ? refuse(fails.load) : Promise.resolve(kept && of(kept, savedAt));
    },
    saveDraft: (draft, before) => {
      if (silent === 'save') return never();
      if (fails.save) return refuse(fails.save);
      if (elsewhere && before === etagOf(1)) {
        save = 2;
        return Promise.reject(new DraftConflict(elsewhere === 'deleted' ? undefined : of(elsewhere)));
      }
      save += 1;
      const { savedAt, expiresAt, etag } = of(draft.fields);
      return Promise.resolve({ savedAt, expiresAt, etag });
    },
    deleteDraft: () => (fails.delete ? refuse(fails.delete) : Promise.resolve()),
  };
}

const FIELD = 'display: block; width: 100%; box-sizing: border-box; font: inherit; padding: 0.5rem';

/** What all stories of `<ssbtek-draft>` have in common: a form of the host's, with the element after it. */
export const draft = {
  component: 'ssbtek-draft',
  render: (args) => html`
    <form aria-label="Ansökan" @submit=${(event: Event) => event.preventDefault()}>
      <p>
        <label>Namn <input name="namn" autocomplete="off" style=${FIELD} /></label>
      </p>
      <p>
        <label>Vad behöver du hjälp med? <textarea name="behov" rows="3" style=${FIELD}></textarea></label>
      </p>
      <fieldset>
        <legend>Hur bor du?</legend>
        <p>
          <label><input type="radio" name="bor" value="hyr" /> Jag hyr</label>
        </p>
        <p>
          <label><input type="radio" name="bor" value="inneboende" /> Jag är inneboende</label>
        </p>
      </fieldset>
      ${args.withPrefill ? html`<ssbtek-prefill name="inkomster" period="2026-10"></ssbtek-prefill>` : ''}
      <ssbtek-draft
        style="margin-block-start: 2rem"
        heading=${args.heading ?? ''}
        sign-in="/logga-in"
        ?resume=${args.backTo !== undefined}
        .source=${hostFor(args)}
        .clock=${clock}
      ></ssbtek-draft>
    </form>
  `,
} satisfies Meta<DraftArgs>;

const PATIENCE = { timeout: 15_000 };

function read({ canvasElement }: Parameters<Play>[0]) {
  const shown = canvasElement
    .querySelector('ssbtek-draft')
    ?.shadowRoot?.querySelector<HTMLElement>('section');
  if (!shown) throw new Error('There is no <ssbtek-draft> in the story.');
  return within(shown);
}

/** Waits until the element says this. */
export function waitUntil(text: string | RegExp): Play {
  return (context) =>
    context.step(`Wait until it says "${String(text)}"`, async () => {
      await waitFor(() => read(context).getAllByText(text), PATIENCE);
    });
}

/** Lets it be this time. */
export function passTo(instant: string): Play {
  return ({ canvasElement, step }) =>
    step(`Let it be ${instant}`, () => {
      const element = canvasElement.querySelector('ssbtek-draft');
      if (element) element.clock = { ...clock, now: () => Date.parse(instant) };
    });
}

/** Presses the element's button of this name. */
export function press(name: string): Play {
  return (context) =>
    context.step(`Press "${name}"`, async () => {
      (await waitFor(() => read(context).getByRole('button', { name }), PATIENCE)).click();
    });
}

/** Writes in the host's field with this label. */
export function write(label: string, text: string): Play {
  return ({ canvas, step }) =>
    step(`Write "${text}" in "${label}"`, () => {
      const field = canvas.getByLabelText<HTMLInputElement | HTMLTextAreaElement>(label);
      field.value = text;
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    });
}

/** One after the other. */
export function inTurn(...plays: readonly Play[]): Play {
  return async (context) => {
    for (const play of plays) await play(context);
  };
}
