import { hardToShow, nothingAnywhere, partlyChecked, singleParent } from '@medborgarnavet/mocks';
import type { Meta } from '@storybook/web-components-vite';
import { background, nobodyChecked, threeMonths, twoYears } from './income-view.data.ts';
import { gives, incomeView, pressFirst, type IncomeViewArgs, type IncomeViewStory } from './income-view.ts';

/**
 * What lies behind each figure. In every one of them: look at whether a person who has never seen it knows what came in,
 * from whom, and what nobody knows.
 */
const meta: Meta<IncomeViewArgs> = { ...incomeView, title: 'ssbtek-income-view/States' };
export default meta;

const THREE = '2026-08/2026-10';

/** One month, one source. */
export const OneMonth: IncomeViewStory = { args: { source: gives(singleParent) } };

/** Three months: one ordinary, one empty, and one with something planned, told twice and unknown. */
export const ThreeMonths: IncomeViewStory = {
  args: { period: THREE, source: gives(threeMonths, { background }), 'leave-to': 'https://www.1177.se/' },
};

/** A payment opened: from before tax down to what the person got. */
export const PaymentOpened: IncomeViewStory = {
  args: { period: THREE, source: gives(threeMonths) },
  play: pressFirst('Dagersättning'),
};

/** One that does not come out has a line for the rest. */
export const PaymentThatDoesNotComeOut: IncomeViewStory = {
  args: { period: THREE, source: gives(threeMonths) },
  play: pressFirst('Bostadsbidrag'),
};

/** What lies behind, fetched on a press of its own. One authority could not be checked. */
export const Background: IncomeViewStory = {
  args: { period: THREE, source: gives(threeMonths, { background }) },
  play: pressFirst('Visa mer'),
};

/** The chart as a table that says the same. */
export const AsTable: IncomeViewStory = {
  args: { period: THREE, source: gives(threeMonths) },
  play: pressFirst('Visa som tabell'),
};

/** 500 payments over two years, to search in. */
export const TwoYears: IncomeViewStory = { args: { period: '2024-11/2026-10', source: gives(twoYears) } };

/** Everyone has answered, and nobody has paid anything. */
export const Nothing: IncomeViewStory = { args: { source: gives(nothingAnywhere) } };

/** Nobody could be checked. Look at whether it could be taken for the one before. */
export const NobodyChecked: IncomeViewStory = { args: { source: gives(nobodyChecked) } };

/** Some could be checked. No figure may look whole. */
export const PartlyChecked: IncomeViewStory = { args: { source: gives(partlyChecked) } };

/** Unknown, hostile, huge, negative, planned, told twice and of another month. */
export const HardToShow: IncomeViewStory = { args: { source: gives(hardToShow) } };

/** Nothing has been fetched yet. */
export const Empty: IncomeViewStory = { args: { source: gives(undefined, { fetched: singleParent }) } };

/** There is no application, and nothing may be fetched without one. */
export const NoApplication: IncomeViewStory = { args: { source: gives('no-application') } };

/** The session has ended. */
export const SessionExpired: IncomeViewStory = { args: { source: gives('session-expired') } };
