import { scenarios } from '@medborgarnavet/mocks';
import type { Meta } from '@storybook/web-components-vite';
import { sv } from '../packages/elements/src/localize/sv.ts';
import { answer, choose, fetchUntil, inTurn, press, send, waitUntil, write } from './person.ts';
import { inForm, prefill, type PrefillArgs, type PrefillStory } from './prefill.ts';

/** What a person says otherwise than the authorities, and what they add. */
const meta: Meta<PrefillArgs> = {
  ...prefill,
  title: 'ssbtek-prefill/Corrections',
  parameters: { msw: [...scenarios.singleParent] },
};
export default meta;

const PAYMENT = 'Bostadsbidrag, Försäkringskassan';
const reasonFor = (row: string): string => `${sv.row.reason} ${row}`;

const correctBarnbidrag = inTurn(
  fetchUntil(sv.prefill.complete),
  write('Rätt belopp: Allmänt barnbidrag', '1250'),
);

const openBostadsbidrag = inTurn(
  fetchUntil(sv.prefill.complete),
  press(`${sv.payment.open(1)}: Bostadsbidrag`),
  waitUntil(sv.payment.close),
);

/**
 * The person has written another amount than the retrieved one, and is asked why. Look at whether both amounts can be
 * seen, which of them counts, and who can mend the mistake.
 */
export const Corrected: PrefillStory = {
  play: inTurn(
    correctBarnbidrag,
    waitUntil(sv.row.reason),
    write('Kommentar: Allmänt barnbidrag', 'Ett av barnen har fyllt 16.'),
  ),
};

/** The person has chosen a reason. Look at whether the question reads as a question and not as a threat. */
export const ReasonChosen: PrefillStory = {
  play: inTurn(correctBarnbidrag, choose(reasonFor('Allmänt barnbidrag'), sv.reasons['wrong-amount'])),
};

/**
 * What stands in a field is not an amount, and the person has left the field. Look at whether the error is beside the
 * field that it is about, and says what to write.
 */
export const UnreadableAmount: PrefillStory = {
  play: inTurn(
    fetchUntil(sv.prefill.complete),
    write('Rätt belopp: Allmänt barnbidrag', 'ungefär 1250'),
    waitUntil(sv.amount['not-an-amount']),
  ),
};

/**
 * The host demands a reason and an answer to the question, and the person has pressed Nästa without giving either. Look
 * at whether the list at the top can be overlooked, and at whether each of its links says enough to be pressed.
 */
export const FormRefused: PrefillStory = {
  args: { 'reason-required': true, question: 'required' },
  decorators: [inForm],
  play: inTurn(correctBarnbidrag, press(sv.own.add), send, waitUntil(sv.faults.heading(4))),
};

/**
 * The person has taken the retrieved amount back after all. Look at whether the way to undo it is where the person
 * looks, and what stands in the field.
 */
export const TakenBack: PrefillStory = {
  play: inTurn(
    correctBarnbidrag,
    press(`${sv.row.takeBack}: Allmänt barnbidrag`),
    waitUntil(sv.row.takenBack),
  ),
};

/**
 * What an amount is made of. Look at whether the lines can be added up from top to bottom, and whether the payment is
 * seen to belong to its row.
 */
export const PaymentsOpened: PrefillStory = { play: openBostadsbidrag };

/** The person says that one payment is not right. Look at whether it is clear that it is not counted any more. */
export const PaymentDisputed: PrefillStory = {
  play: inTurn(
    openBostadsbidrag,
    press(`${sv.payment.dispute}: ${PAYMENT}`),
    waitUntil(sv.payment.disputed),
    choose(`${sv.row.reason} ${PAYMENT}`, sv.reasons['not-received']),
  ),
};

/**
 * Two incomes that no authority can tell of: one filled in, one just added. Look at whether they are seen to be apart
 * from the rows above, and whether each can be taken away without a doubt which.
 */
export const OwnIncomes: PrefillStory = {
  play: inTurn(
    press(sv.own.add),
    choose(`${sv.own.type}: ${sv.own.legend(1)}`, sv.own.types.swish),
    write(`${sv.own.amount}: ${sv.own.legend(1)}`, '400'),
    write(`${sv.own.date}: ${sv.own.legend(1)}`, '2026-10-12'),
    press(sv.own.add),
    waitUntil(sv.own.legend(2)),
  ),
};

/**
 * The person has answered that there are no incomes, and some were fetched. Look at whether the contradiction is told of
 * where the answer stands, and kindly.
 */
export const QuestionContradicted: PrefillStory = {
  args: { question: 'optional' },
  play: inTurn(fetchUntil(sv.prefill.complete), answer(sv.question.no), waitUntil(sv.question.contradicted)),
};
