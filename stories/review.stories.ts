import { SsbtekReview } from '@medborgarnavet/elements';
import {
  again,
  hardToShow,
  manyPayments,
  nothingAnywhere,
  partlyChecked,
  singleParent,
} from '@medborgarnavet/mocks';
import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { reviewSv as sv } from '../packages/elements/src/localize/review.sv.ts';
import {
  handIn,
  inTurn,
  press,
  review,
  vouch,
  waitUntil,
  type ReviewArgs,
  type ReviewStory,
} from './review.ts';

const meta: Meta<ReviewArgs> = { ...review, title: 'ssbtek-review/States' };
export default meta;

const CORRECTED = {
  'inkomster.har-inkomster': 'ja',
  'inkomster.fk.barnbidrag.corrected': '1325.00',
  'inkomster.fk.barnbidrag.reason': 'paid-to-other',
  'inkomster.fk.barnbidrag.comment': 'Vi delar på barnbidraget.\nDen andra halvan går till barnets pappa.',
  'inkomster.fk.bostadsbidrag.corrected': '4000.00',
  'inkomster.fk.bostadsbidrag.reason': 'wrong-amount',
  'inkomster.fk.underhallsstod.corrected': '0.00',
  'inkomster.fk.underhallsstod.reason': 'not-received',
  'inkomster.egna.1.typ': 'swish',
  'inkomster.egna.1.belopp': '500.00',
  'inkomster.egna.1.datum': '2026-10-05',
};

const CHANGE = { 'change-href': '/ansokan/inkomster' };
const READ = waitUntil(sv.handIn.button);

/** Fetched, and nothing changed. Look at whether what was fetched, what counts and the sum can be told apart at a glance. */
export const Fetched: ReviewStory = { args: CHANGE, play: READ };

/** The host has not said yet what was fetched; here it says that it cannot. Look at whether the way on is clear. */
export const NotShown: ReviewStory = {
  args: { fetched: 'upstream-unavailable' },
  play: waitUntil(sv.review.failed),
};

/** Everybody answered, and nobody had anything. Look at whether that could be taken for a failure. */
export const Empty: ReviewStory = { args: { ...CHANGE, fetched: nothingAnywhere }, play: READ };

/** Nothing was fetched, and nothing is written. Look at whether a person without incomes dares to hand in. */
export const NothingFetched: ReviewStory = { args: { ...CHANGE, fetched: 'nothing' }, play: READ };

/** Nothing was fetched, and the person has filled in by hand. Look at whether "not fetched" could be taken for zero. */
export const ByHand: ReviewStory = {
  args: {
    ...CHANGE,
    fetched: 'nothing',
    written: {
      'inkomster.fk.barnbidrag.corrected': '2650.00',
      'inkomster.andra.lon.corrected': '8200.00',
      'inkomster.egna.1.typ': 'swish',
      'inkomster.egna.1.belopp': '500.00',
    },
  },
  play: READ,
};

/** What was fetched is for another month. Look at whether it is clear that it does not count. */
export const OtherMonth: ReviewStory = {
  args: { ...CHANGE, fetched: { ...singleParent, period: { from: '2026-09-01', to: '2026-09-30' } } },
  play: waitUntil(sv.review.otherTime),
};

/** Everything is corrected, with reasons and a comment of two lines. Look at whose amount is whose. */
export const Corrected: ReviewStory = { args: { ...CHANGE, written: CORRECTED }, play: READ };

/** Two payments are said not to be right. Look at what the row comes to, and whether it is clear why. */
export const Disputed: ReviewStory = {
  args: {
    ...CHANGE,
    written: {
      'inkomster.fk.underhallsstod.disputed': 'FK-US-3496-2026-10-25',
      'inkomster.fk.underhallsstod.disputed.FK-US-3496-2026-10-25': 'not-received',
      'inkomster.fk.bostadsbidrag.disputed': 'FK-BOB-4200-2026-10-27',
    },
  },
  play: READ,
};

/** Some could not be checked. Look at whether that is seen first, and whether the sum says that it may be too low. */
export const Unchecked: ReviewStory = {
  args: {
    ...CHANGE,
    fetched: partlyChecked,
    written: {
      'inkomster.csn.studiemedel.corrected': '1200.00',
      'inkomster.fk.bostadsbidrag.corrected': '900.00',
    },
  },
  play: READ,
};

/** The person says no, and there are amounts. Look at whether they know what to do. */
export const Contradicted: ReviewStory = {
  args: { ...CHANGE, written: { 'inkomster.har-inkomster': 'nej' } },
  play: waitUntil(sv.review.contradicted),
};

/** What is hard to show: unknown, hostile, huge, negative, planned and of another month. */
export const HardToShow: ReviewStory = { args: { ...CHANGE, fetched: hardToShow }, play: READ };

/** As much as can come at once. Look at whether the way to the end is bearable. */
export const Many: ReviewStory = { args: { ...CHANGE, fetched: manyPayments }, play: READ };

/** The municipality's own words to vouch for. */
export const OwnDeclaration: ReviewStory = {
  args: {
    declaration:
      'Jag försäkrar på heder och samvete att uppgifterna är riktiga, och att jag berättar om något ändras.',
  },
  play: READ,
};

/** Pressed without the tick. Look at whether it is seen what is missing, and that nothing was sent. */
export const DeclarationMissing: ReviewStory = {
  play: inTurn(press(sv.handIn.button), waitUntil(sv.handIn.missing)),
};

/** It is on its way; here it is never answered. Look at whether a person would press again. */
export const Sending: ReviewStory = {
  args: { answer: 'never' },
  play: inTurn(handIn, waitUntil(sv.handIn.sending)),
};

/** The network was gone. Look at whether a person dares to press again. */
export const Offline: ReviewStory = {
  args: { answer: 'offline' },
  play: inTurn(handIn, waitUntil(sv.handIn.unsure)),
};

/** The host could not take it. Look at whether it is clear that it is not handed in. */
export const NotTaken: ReviewStory = {
  args: { answer: 'invalid-input' },
  play: inTurn(handIn, waitUntil(sv.handIn.notTaken)),
};

/** The session has ended. Look at whether nothing is left, and the way on is clear. */
export const SessionEnded: ReviewStory = {
  args: { answer: 'session-expired' },
  play: inTurn(handIn, waitUntil(sv.problems['session-expired'].heading)),
};

/** The application is not open any more. Look at whether a person who has handed in already is calmed. */
export const NoApplication: ReviewStory = {
  args: { answer: 'no-application' },
  play: inTurn(handIn, waitUntil(sv.problems['no-application'].heading)),
};

/** The amounts have changed since they were read. Look at whether it feels like the person's fault. */
export const AmountsChanged: ReviewStory = {
  args: { answer: 'retrieved-changed', later: again, written: CORRECTED },
  play: inTurn(handIn, waitUntil(sv.refused.again)),
};

/** They have been read in again. Look at whether it is seen what is otherwise, and that it has to be vouched for anew. */
export const ReadAgain: ReviewStory = {
  args: { ...AmountsChanged.args, ...CHANGE },
  play: inTurn(handIn, press(sv.refused.again), waitUntil(sv.differences.heading)),
};

/** They have been read in again, and are the same. Look at whether it is clear that nothing is wrong. */
export const ReadAgainTheSame: ReviewStory = {
  args: { ...CHANGE, answer: 'statement-replaced', later: { ...singleParent, id: 'exempel-uttag-9' } },
  play: inTurn(handIn, press(sv.refused.again), waitUntil(sv.differences.noneHeading)),
};

/** What was fetched has been withdrawn in another tab, and read in again. Look at whether it could be taken for zero. */
export const Withdrawn: ReviewStory = {
  args: { ...CHANGE, answer: 'statement-replaced', later: 'nothing' },
  play: inTurn(handIn, press(sv.refused.again), waitUntil(sv.differences.heading)),
};

/** It had been handed in before. Look at whether the person knows which one counts. */
export const AlreadyHandedIn: ReviewStory = {
  args: { answer: 'already-handed-in' },
  play: inTurn(handIn, waitUntil(sv.receipt.already)),
};

/** Handed in. Look at whether there can be any doubt, and whether the reference can be read aloud. */
export const HandedIn: ReviewStory = {
  args: { ...CHANGE, written: CORRECTED },
  play: inTurn(handIn, waitUntil(sv.receipt.received)),
};

/** Handed in, with something that could not be checked. Look at whether there is any advice that cannot be followed now. */
export const HandedInUnchecked: ReviewStory = {
  args: { ...CHANGE, fetched: partlyChecked, after: 'Du får svar inom en vecka, i ett brev.' },
  play: inTurn(handIn, waitUntil(sv.receipt.unchecked)),
};

/** The reference and amounts with öre on a phone's page. Look at whether any of them is in two parts. */
export const HandedInNarrow: ReviewStory = {
  ...HandedIn,
  parameters: { layout: 'fullscreen' },
  decorators: [
    (story) => html`<div style="box-sizing: border-box; width: 320px; padding: 16px">${story()}</div>`,
  ],
};

/** Only the summary, above a button of the host's own. */
export const SummaryOnly: ReviewStory = {
  args: { ...CHANGE, 'summary-only': true, written: CORRECTED },
  play: waitUntil(sv.review.total),
};

/** With the form on the same page. Write there, and look at whether the summary is seen to follow. */
export const BesideForm: ReviewStory = { args: { withPrefill: true, written: CORRECTED }, play: READ };

/** The person has gone to change a row. Look at whether the way back is seen, and is in the way of nothing. */
export const Changing: ReviewStory = {
  args: { withPrefill: true, written: CORRECTED },
  play: inTurn(press(`${sv.change.row} Bostadsbidrag`), waitUntil(sv.change.back)),
};

/** A phone's page, 320 px wide; so is a page of 1280 px at 400 %. Look at whether each row reads from top to bottom. */
export const Narrow: ReviewStory = {
  args: { ...CHANGE, fetched: partlyChecked, written: CORRECTED },
  parameters: { layout: 'fullscreen' },
  decorators: [
    (story) => html`<div style="box-sizing: border-box; width: 320px; padding: 16px">${story()}</div>`,
  ],
  play: inTurn(vouch, READ),
};

/** What is printed of the receipt, shown on screen: black on white, all rows, nothing to press. */
export const Printed: ReviewStory = {
  ...HandedIn,
  beforeEach: () => () => showPrintRulesOn('print'),
  play: async (context) => {
    await inTurn(handIn, waitUntil(sv.receipt.received))(context);
    showPrintRulesOn('all');
  },
};

/** All elements share one sheet. */
const printRules = SsbtekReview.elementStyles
  .flatMap((style) => (style instanceof CSSStyleSheet ? style : (style.styleSheet ?? [])))
  .flatMap(({ cssRules }) => [...cssRules])
  .filter((rule) => rule instanceof CSSMediaRule)
  .filter(({ conditionText }) => conditionText === 'print');

function showPrintRulesOn(media: 'print' | 'all'): void {
  for (const rule of printRules) rule.media.mediaText = media;
}
