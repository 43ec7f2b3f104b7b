import type { IncomeProblemKind } from '@medborgarnavet/model';
import { waitFor, within } from 'storybook/test';
import { sv } from '../packages/elements/src/localize/sv.ts';
import type { PrefillStory } from './prefill.ts';

// Plain clicks and events, not those of userEvent, which move focus: on a docs page each story is a frame, the frames
// would take focus from each other, and the page would jump to whoever has it.

type Play = NonNullable<PrefillStory['play']>;

// A busy machine may need more than the second that is given by default.
const PATIENCE = { timeout: 15_000 };

/** Presses Hämta, and waits until the element says this. */
export function fetchUntil(text: string | RegExp): Play {
  return inTurn(press(sv.prefill.fetch), waitUntil(text));
}

export function fetchUntilProblem(problem: IncomeProblemKind): Play {
  return fetchUntil(sv.problems[problem].heading);
}

/** Waits until the element says this, without a press. */
export function waitUntil(text: string | RegExp): Play {
  // What is shown is compared with ordinary spaces in it, and amounts have others.
  const wanted = typeof text === 'string' ? text.replace(/\s/g, ' ') : text;
  return (context) =>
    context.step(`Wait until it says "${String(text)}"`, async () => {
      const shown = await read(context);
      await waitFor(() => shown.getAllByText(wanted), PATIENCE);
    });
}

/** Presses the button of this name, as soon as there is one. */
export function press(name: string): Play {
  return (context) =>
    context.step(`Press "${name}"`, async () => {
      const shown = await read(context);
      (await waitFor(() => shown.getByRole('button', { name }), PATIENCE)).click();
    });
}

/** Writes in the field with this label, and leaves it. */
export function write(label: string, text: string): Play {
  return (context) =>
    context.step(`Write "${text}" in "${label}"`, async () => {
      const shown = await read(context);
      const field = shown.getByLabelText<HTMLInputElement>(label);
      field.value = text;
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    });
}

/** Chooses this in the list with this label. */
export function choose(label: string, option: string): Play {
  return (context) =>
    context.step(`Choose "${option}" in "${label}"`, async () => {
      const shown = await read(context);
      const list = shown.getByRole<HTMLSelectElement>('combobox', { name: label });
      within(list).getByRole<HTMLOptionElement>('option', { name: option }).selected = true;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    });
}

/** Chooses this answer to the question. */
export function answer(name: string): Play {
  return (context) =>
    context.step(`Answer "${name}"`, async () => {
      const shown = await read(context);
      shown.getByRole('radio', { name }).click();
    });
}

/** Presses the button of the host's form. */
export const send: Play = ({ canvas, step }) =>
  step('Press "Nästa"', () => canvas.getByRole('button', { name: 'Nästa' }).click());

/** One after the other. */
export function inTurn(...plays: readonly Play[]): Play {
  return async (context) => {
    for (const play of plays) await play(context);
  };
}

/** All that the element shows: it is in its shadow root, where queries on the canvas do not look. */
async function read({ canvasElement }: Parameters<Play>[0]) {
  const element = canvasElement.querySelector('ssbtek-prefill');
  await element?.updateComplete;
  const shown = element?.renderRoot.querySelector<HTMLElement>('section');
  if (!shown) throw new Error('There is no <ssbtek-prefill> in the story.');
  return within(shown);
}
