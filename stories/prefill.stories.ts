import { scenarios } from '@medborgarnavet/mocks';
import type { Meta } from '@storybook/web-components-vite';
import { sv } from '../packages/elements/src/localize/sv.ts';
import { fetchUntil, inTurn, press, waitUntil, write } from './person.ts';
import { hurry, prefill, type PrefillArgs, type PrefillStory } from './prefill.ts';

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
 * The host tells step by step who has answered. Two have, and two are waited for; they never answer here. Look at
 * whether those who have answered can be told from those who have not.
 */
export const AskingInSteps: PrefillStory = {
  parameters: { msw: [...scenarios.steps] },
  play: fetchUntil(sv.prefill.waiting),
};

/**
 * After eight seconds, which pass at once here, the person is told that they need not wait. Look at whether it says so
 * without sounding as if something had broken.
 */
export const Slow: PrefillStory = {
  parameters: { msw: [...scenarios.neverAnswers] },
  beforeEach: hurry,
  play: fetchUntil(`${sv.prefill.slow} ${sv.prefill.meanwhile}`),
};

/** The person did not want to wait, and nothing had come. Look at whether the two ways on are clear. */
export const Stopped: PrefillStory = {
  parameters: { msw: [...scenarios.neverAnswers] },
  beforeEach: hurry,
  play: inTurn(press(sv.prefill.fetch), press(sv.prefill.stop), waitUntil(sv.prefill.stopped)),
};

/**
 * The person did not want to wait, and two had answered: that is kept. Look at whether it is clear whom the person did
 * not wait for.
 */
export const StoppedHalfway: PrefillStory = {
  parameters: { msw: [...scenarios.steps] },
  beforeEach: hurry,
  play: inTurn(fetchUntil(sv.prefill.waiting), press(sv.prefill.stop), waitUntil(sv.prefill.incomplete)),
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
 * As much as can come at once: 500 payments, of which a hundred are opened. Look at whether the form can still be
 * read, and the way back out of the list found.
 */
export const ManyPayments: PrefillStory = {
  parameters: { msw: [...scenarios.manyPayments] },
  play: inTurn(
    fetchUntil(sv.prefill.complete),
    press(`${sv.payment.open(100)}: Studiebidrag`),
    waitUntil(sv.payment.close),
  ),
};

/**
 * The person has had everything taken away that was fetched. Look at whether the form is as before, and still has what
 * the person wrote.
 */
export const Withdrawn: PrefillStory = {
  parameters: { msw: [...scenarios.singleParent] },
  play: inTurn(
    fetchUntil(sv.prefill.complete),
    write('Rätt belopp: Allmänt barnbidrag', '1250'),
    press(sv.prefill.withdraw),
    waitUntil(sv.prefill.withdrawn),
  ),
};
