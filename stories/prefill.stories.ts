import { scenarios } from '@medborgarnavet/mocks';
import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { delay, http } from 'msw';
import { sv } from '../packages/elements/src/localize/sv.ts';
import { fetchUntil, inTurn, waitUntil, write } from './person.ts';
import { prefill, type PrefillArgs, type PrefillStory } from './prefill.ts';

const meta: Meta<PrefillArgs> = { ...prefill, title: 'ssbtek-prefill/States' };
export default meta;

/**
 * Nothing has been fetched, and nothing will be before the press. Look at whether a person can tell what will be
 * fetched, from whom and for what, and that the form can be filled in without it.
 */
export const NeverAsked: PrefillStory = {};

/**
 * The authorities have been asked and have not answered yet; they never do here. Look at whether the button is seen to
 * be at work without moving, and whether it is clear that the form can be used meanwhile.
 */
export const Asking: PrefillStory = {
  parameters: { msw: [...scenarios.neverAnswers] },
  play: fetchUntil(sv.prefill.asking),
};

/**
 * Everyone has answered: a single parent of two. Look at how a retrieved amount, which is print, differs from the empty
 * field for a correction, and at whether rows with and without an amount stand in line.
 */
export const Answered: PrefillStory = {
  parameters: { msw: [...scenarios.singleParent] },
  play: fetchUntil(sv.prefill.complete),
};

/**
 * Everyone has answered, and nobody has paid anything. Look at the words: "Inget" is an answer, and no zero is made up.
 */
export const Nothing: PrefillStory = {
  parameters: { msw: [...scenarios.nothing] },
  play: fetchUntil(sv.prefill.completeWithNothing),
};

/**
 * Some answered and some did not, each for a reason of its own. Look at whether "nothing", "could not be checked" and
 * "cannot be fetched" can be told apart at a glance, and whether it is clear what is left to do.
 */
export const Partly: PrefillStory = {
  parameters: { msw: [...scenarios.partly] },
  play: fetchUntil(sv.prefill.incomplete),
};

/**
 * What seldom comes, all at once: a benefit that is not known and whose name is HTML, an amount of a billion, one below
 * zero, planned payments, one that is told of twice and one of another month. Look at long amounts, at the list of what
 * was fetched but not counted, and at the group for Pensionsmyndigheten, which is here only.
 */
export const HardToShow: PrefillStory = {
  parameters: { msw: [...scenarios.hardToShow] },
  play: fetchUntil(sv.prefill.complete),
};

/**
 * The person has written another amount than the retrieved one, and why. Look at whether both can be seen, and which of
 * them counts.
 */
export const Corrected: PrefillStory = {
  parameters: { msw: [...scenarios.singleParent] },
  play: inTurn(
    fetchUntil(sv.prefill.complete),
    write('Rätt belopp: Allmänt barnbidrag', '1250'),
    write('Kommentar: Allmänt barnbidrag', 'Ett av barnen har fyllt 16.'),
  ),
};

/**
 * What stands in a field is not an amount, and the person has left the field. Look at whether the error is beside the
 * field that it is about, and says what to write.
 */
export const UnreadableAmount: PrefillStory = {
  parameters: { msw: [...scenarios.singleParent] },
  play: inTurn(
    fetchUntil(sv.prefill.complete),
    write('Rätt belopp: Allmänt barnbidrag', 'ungefär 1250'),
    waitUntil(sv.amount['not-an-amount']),
  ),
};

/**
 * The page is opened again: the host names the statement that the form stands on, and gives back what the person wrote
 * as hidden inputs. Nobody is asked. Look at whether it is as it was left.
 */
export const ShownAgain: PrefillStory = {
  args: {
    statement: 'exempel-uttag-1',
    posted: {
      'inkomster.fk.barnbidrag.corrected': '1250.00',
      'inkomster.fk.barnbidrag.comment': 'Ett av barnen har fyllt 16.',
    },
  },
  parameters: { msw: [...scenarios.singleParent] },
  play: waitUntil(sv.prefill.complete),
};

/**
 * The page is opened again, and what was fetched before has not come yet; it never does here. Look at whether it is
 * clear that the form can be used meanwhile.
 */
export const Resuming: PrefillStory = {
  args: { statement: 'exempel-uttag-1' },
  parameters: { msw: [http.get('*/income', () => delay('infinite'))] },
  play: waitUntil(sv.prefill.resuming),
};

/**
 * A phone's page, 320 px wide. Look at whether each row is a card that reads from top to bottom, and that nothing is cut
 * off or has to be moved sideways.
 */
export const Narrow: PrefillStory = {
  parameters: { layout: 'fullscreen', msw: [...scenarios.partly] },
  decorators: [
    (story) => html`<div style="box-sizing: border-box; width: 320px; padding: 16px">${story()}</div>`,
  ],
  play: fetchUntil(sv.prefill.incomplete),
};
