import { scenarios } from '@medborgarnavet/mocks';
import type { Row } from '@medborgarnavet/model';
import type { Meta } from '@storybook/web-components-vite';
import { sv } from '../packages/elements/src/localize/sv.ts';
import { fetchUntil, inTurn, press, waitUntil } from './person.ts';
import { inDisabledFieldset, prefill, type PrefillArgs, type PrefillStory } from './prefill.ts';

/** What a page can choose: which rows, which words, and when. */
const meta: Meta<PrefillArgs> = {
  ...prefill,
  title: 'ssbtek-prefill/The page’s choice',
  parameters: { msw: [...scenarios.singleParent] },
};
export default meta;

/**
 * `fold-empty`: rows that are empty everywhere are folded away after a fetch. Look at whether the short form looks
 * whole, and whether the button says that there is more.
 */
export const Folded: PrefillStory = {
  args: { 'fold-empty': true },
  play: inTurn(fetchUntil(sv.prefill.complete), waitUntil(/^Visa fler inkomster/)),
};

/** The same, and the person has had the other rows shown. Look at whether everything is where it would have been. */
export const Unfolded: PrefillStory = {
  args: { 'fold-empty': true },
  play: inTurn(fetchUntil(sv.prefill.complete), press(sv.prefill.showMore(12)), waitUntil('Studiemedel')),
};

const OWN_ROWS: readonly Row[] = [
  { key: 'barn', label: 'Barnbidrag och underhållsstöd', group: 'FK', takes: { FK: ['ABB', 'US'] } },
  { key: 'boende', label: 'Bostadsbidrag', group: 'FK', takes: { FK: ['BOB'] } },
  { key: 'studier', label: 'Pengar från CSN', group: 'CSN', takes: { CSN: ['SB', 'GRUND'] } },
  { key: 'andra.annan', label: 'Annat', group: 'other', takes: {} },
];

/** `rows` with a municipality's own list. Look at a row that is made of two benefits. */
export const OwnRows: PrefillStory = {
  args: { rows: JSON.stringify(OWN_ROWS) },
  play: fetchUntil(sv.prefill.complete),
};

/**
 * `rows="not-covered"`: only what cannot be fetched is asked for. Look at whether what was fetched, and has no row of its
 * own, is told of all the same.
 */
export const OnlyNotCovered: PrefillStory = {
  args: { rows: 'not-covered' },
  play: fetchUntil(sv.prefill.complete),
};

const FETCH = 'Hämta mina uppgifter';

/** The host's own words in place of some of ours. Look at whether they fit in where ours are shorter. */
export const OwnTexts: PrefillStory = {
  args: {
    texts: {
      prefill: {
        heading: 'Dina inkomster från myndigheter och a-kassor',
        fetch: FETCH,
        complete: 'Alla som vi har frågat åt dig har svarat oss.',
        correction: 'Belopp som du har fått in på kontot',
      },
    },
  },
  play: inTurn(press(FETCH), waitUntil('Alla som vi har frågat åt dig har svarat oss.')),
};

/**
 * The host has closed the form with a `fieldset`. Look at whether it can be read as well as before, and whether nothing
 * looks as if it could be pressed.
 */
export const Disabled: PrefillStory = {
  args: {
    statement: 'exempel-uttag-1',
    question: 'optional',
    posted: {
      'inkomster.fk.barnbidrag.corrected': '1250.00',
      'inkomster.fk.barnbidrag.comment': 'Ett av barnen har fyllt 16.',
      'inkomster.egna.1.typ': 'swish',
      'inkomster.egna.1.belopp': '400.00',
    },
  },
  decorators: [inDisabledFieldset],
  play: waitUntil(sv.prefill.complete),
};
