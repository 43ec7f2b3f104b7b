import { again, answers, scenarios, singleParent, statement } from '@medborgarnavet/mocks';
import { formatAmount, ore } from '@medborgarnavet/model';
import type { Meta } from '@storybook/web-components-vite';
import { delay, http } from 'msw';
import { sv } from '../packages/elements/src/localize/sv.ts';
import { fetchUntil, inTurn, press, waitUntil, write } from './person.ts';
import { prefill, type PrefillArgs, type PrefillStory } from './prefill.ts';

/** The page is opened again, or Hämta is pressed again. */
const meta: Meta<PrefillArgs> = {
  ...prefill,
  title: 'ssbtek-prefill/Again',
  args: { ...prefill.args, statement: 'exempel-uttag-1' },
};
export default meta;

const fetchedToday = statement(singleParent.sources, { fetchedAt: new Date().toISOString() });

/**
 * The host names the statement that the form stands on, and gives back what the person wrote as hidden inputs. Nobody
 * is asked. Look at whether it is as it was left.
 */
export const ShownAgain: PrefillStory = {
  args: {
    posted: {
      'inkomster.fk.barnbidrag.corrected': '1250.00',
      'inkomster.fk.barnbidrag.comment': 'Ett av barnen har fyllt 16.',
    },
  },
  parameters: { msw: answers(fetchedToday) },
  play: waitUntil(sv.prefill.complete),
};

/**
 * What was fetched before has not come yet; it never does here. Look at whether it is clear that the form can be used
 * meanwhile.
 */
export const Resuming: PrefillStory = {
  parameters: { msw: [http.get('*/income', () => delay('infinite'))] },
  play: waitUntil(sv.prefill.resuming),
};

/**
 * What was fetched is five days old. Look at whether the person can see that, and see that nothing has to be done about
 * it.
 */
export const Old: PrefillStory = {
  parameters: { msw: [...scenarios.old] },
  play: waitUntil(/dagar gamla/),
};

/**
 * Fetched again, and the authorities say something else: one payment has another amount, one is new and one is gone.
 * Look at whether all three can be found, and whether the one that is gone could be taken for a mistake of the page.
 */
export const Changed: PrefillStory = {
  parameters: { msw: [...scenarios.again] },
  play: inTurn(
    waitUntil(sv.prefill.complete),
    fetchUntil(`${sv.changes.heading}:`),
    press(`${sv.payment.open(1)}: Bostadsbidrag`),
    press(`${sv.payment.open(1)}: Dagersättning`),
    waitUntil(sv.payment.wasBefore(formatAmount(ore(420_000)))),
  ),
};

/**
 * Fetched again, and the amounts have moved under what the person had written: one is another, one is gone. Look at
 * whether the three amounts can be told apart, and whether what counts is what the person wrote.
 */
export const ChangedUnderCorrections: PrefillStory = {
  parameters: { msw: answers(again, singleParent) },
  play: inTurn(
    waitUntil(sv.prefill.complete),
    write('Rätt belopp: Bostadsbidrag', '4000'),
    write('Rätt belopp: Underhållsstöd', '3000'),
    fetchUntil(sv.row.moved('4000', formatAmount(ore(420_000)), formatAmount(ore(390_000)))),
  ),
};
