import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { draftSv as sv } from '../packages/elements/src/localize/draft.sv.ts';
import { draft, inTurn, passTo, press, waitUntil, write, type DraftArgs, type DraftStory } from './draft.ts';

const meta: Meta<DraftArgs> = { ...draft, title: 'ssbtek-draft/States' };
export default meta;

const KEPT = [
  ['namn', 'Kim Exempel'],
  ['behov', 'Hyra och mat.'],
  ['bor', 'hyr'],
] as const;

const SAVED = 'Sparat kl. 14:32.';
const NEED = 'Vad behöver du hjälp med?';

/** Nothing is kept yet. Look at whether a person who has not written anything can tell what will happen. */
export const Empty: DraftStory = { play: waitUntil(sv.draft.empty) };

/** The host has not said yet what it keeps; it never does here. Look at whether the form can be seen to be usable. */
export const Loading: DraftStory = { args: { silent: 'load' }, play: waitUntil(sv.draft.loading) };

/**
 * The person has written, and it is saved. Look at whether it is calm enough to be written beside, and whether when it is
 * deleted and who can read it can be found without being looked for.
 */
export const Saved: DraftStory = {
  play: inTurn(waitUntil(sv.draft.empty), write('Namn', 'Kim Exempel'), waitUntil(SAVED)),
};

/** A save takes long; it is never answered here. Look at whether it could be taken for a fault. */
export const Saving: DraftStory = {
  args: { kept: KEPT, silent: 'save' },
  play: inTurn(waitUntil(SAVED), write('Namn', 'Kim E'), waitUntil(sv.draft.saving)),
};

/** What was saved an hour ago is back. Look at whether the person knows that they can go on where they were. */
export const Restored: DraftStory = {
  args: { kept: KEPT, savedAt: '2026-11-22T12:30:00Z' },
  play: waitUntil('Sparat kl. 13:30.'),
};

/**
 * The person has signed in again, and has been led back to the field where they were. Look at whether they know where they
 * are, and that nothing is lost.
 */
export const Back: DraftStory = {
  args: { kept: KEPT, backTo: 'behov' },
  play: waitUntil(sv.draft.back(NEED)),
};

/**
 * What was saved is two days old, and the form has incomes in it. Look at whether it is clear from when it is, and that
 * nothing has to be fetched again.
 */
export const Resumed: DraftStory = {
  args: { kept: KEPT, savedAt: '2026-11-20T08:14:00Z', withPrefill: true },
  play: waitUntil(sv.resumed.fetch),
};

/** Less than a day is left. Look at whether it is seen, and whether it frightens. */
export const SoonDeleted: DraftStory = {
  args: { kept: KEPT, expiresAt: '2026-11-22T18:40:00Z' },
  play: waitUntil(/Det är 5 timmar kvar/),
};

/**
 * The time is over, and it has been deleted. Look at whether it is clear that what is on the page is all that there is, and
 * that a change saves it again.
 */
export const Over: DraftStory = {
  args: { kept: KEPT, expiresAt: '2026-11-22T18:40:00Z' },
  play: inTurn(waitUntil(SAVED), passTo('2026-11-22T18:40:00Z'), waitUntil(sv.expiry.over)),
};

/**
 * The same form has been saved on a telephone meanwhile. Look at whether the two can be told apart without knowing what a
 * version is, and whether it is clear that nothing is lost before the choice.
 */
export const Conflict: DraftStory = {
  args: {
    kept: KEPT,
    elsewhere: [
      ['namn', 'Kim Exempel'],
      ['behov', 'Hyra, mat och medicin. Jag har också fått en räkning från tandläkaren.'],
      ['bor', 'inneboende'],
    ],
  },
  play: inTurn(
    waitUntil(SAVED),
    ({ canvas }) => canvas.getByLabelText('Jag är inneboende').click(),
    write(NEED, 'Hyra, mat och glasögon.'),
    waitUntil(sv.conflict.heading),
  ),
};

/** The person has pressed before all was chosen. Look at whether it is said what is missing. */
export const ConflictNotChosen: DraftStory = {
  ...Conflict,
  play: inTurn(
    waitUntil(SAVED),
    write(NEED, 'Hyra, mat och glasögon.'),
    waitUntil(sv.conflict.heading),
    press(sv.conflict.choose),
    waitUntil(sv.conflict.incomplete(1)),
  ),
};

/** The person has pressed to send the page before that. Look at whether they know what to do, and what to press then. */
export const ConflictNotSent: DraftStory = {
  ...Conflict,
  play: inTurn(
    waitUntil(SAVED),
    write(NEED, 'Hyra, mat och glasögon.'),
    waitUntil(sv.conflict.heading),
    ({ canvasElement }) => canvasElement.querySelector('form')?.requestSubmit(),
    waitUntil(sv.conflict.stopped),
  ),
};

/** It has been deleted on another device. Look at whether the two answers can be mistaken for each other. */
export const DeletedElsewhere: DraftStory = {
  args: { kept: KEPT, elsewhere: 'deleted' },
  play: inTurn(waitUntil(SAVED), write('Namn', 'Kim E'), waitUntil(sv.gone.what)),
};

/** The same, and the person has left it so. Look at whether it is clear that nothing is saved any more. */
export const LeftDeleted: DraftStory = {
  ...DeletedElsewhere,
  play: inTurn(waitUntil(SAVED), write('Namn', 'Kim E'), press(sv.gone.leave), waitUntil(sv.gone.left)),
};

/** The person has pressed Ta bort nu. Look at whether they know what goes, and whether the way back is the nearest. */
export const AskedToDelete: DraftStory = {
  args: { kept: KEPT },
  play: inTurn(press(sv.delete.button), waitUntil(sv.delete.question)),
};

/** It is deleted. Look at whether there can be any doubt. */
export const Deleted: DraftStory = {
  args: { kept: KEPT },
  play: inTurn(press(sv.delete.button), press(sv.delete.yes), waitUntil(sv.delete.done)),
};

/**
 * It could not be saved, and is tried again by itself. Look at whether the person knows that nothing is lost, and that
 * they need do nothing.
 */
export const Retrying: DraftStory = {
  args: { kept: KEPT, fails: { save: 'offline' } },
  play: inTurn(waitUntil(SAVED), write('Namn', 'Kim E'), waitUntil(sv.failures.saveAgain)),
};

/** What is kept cannot be opened now. Look at whether the person dares to begin. */
export const NotOpened: DraftStory = {
  args: { fails: { load: 'upstream-timeout' } },
  play: waitUntil(sv.failures.openAgain),
};

/** There is no application to keep. Look at whether it is clear what to do. */
export const NoApplication: DraftStory = {
  args: { fails: { load: 'no-application' } },
  play: waitUntil(sv.problems['no-application'].heading),
};

/**
 * The application has been handed in in another tab. Look at whether anything is said of what was kept before, and whether
 * the person could think that what they write here is handed in.
 */
export const NoLongerOpen: DraftStory = {
  args: { kept: KEPT, fails: { save: 'no-application' } },
  play: inTurn(waitUntil(SAVED), write('Namn', 'Kim E'), waitUntil(sv.problems['no-application'].heading)),
};

/** Something is written that the host does not take. Look at whether the person knows what to change. */
export const NotTaken: DraftStory = {
  args: { kept: KEPT, fails: { save: 'invalid-input' } },
  play: inTurn(waitUntil(SAVED), write('Namn', 'Kim E'), waitUntil(sv.problems['invalid-input'].heading)),
};

/** It could not be deleted. Look at whether it could be taken for deleted. */
export const NotDeleted: DraftStory = {
  args: { kept: KEPT, fails: { delete: 'offline' } },
  play: inTurn(press(sv.delete.button), press(sv.delete.yes), waitUntil(sv.failures.delete)),
};

/** The session has ended. Look at whether the page is empty and cannot be written in, and the way to sign in the first thing to do. */
export const Ended: DraftStory = {
  args: { kept: KEPT, fails: { save: 'session-expired' } },
  play: inTurn(waitUntil(SAVED), write('Namn', 'Kim E'), waitUntil(sv.ended.sessionEnded)),
};

/** The page has been left and has come back, and the host cannot be reached. Look at whether anything can be read. */
export const Covered: DraftStory = {
  args: { kept: KEPT },
  play: inTurn(
    waitUntil(SAVED),
    ({ canvasElement }) => {
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      const source = canvasElement.querySelector('ssbtek-draft')?.source;
      if (source) source.loadDraft = () => new Promise(() => undefined);
    },
    waitUntil(sv.draft.covered),
  ),
};

/** A phone’s page, 320 px wide. Look at whether the two versions stand under each other, and nothing is cut off. */
export const Narrow: DraftStory = {
  ...Conflict,
  parameters: { layout: 'fullscreen' },
  decorators: [
    (story) => html`<div style="box-sizing: border-box; width: 320px; padding: 16px">${story()}</div>`,
  ],
};
