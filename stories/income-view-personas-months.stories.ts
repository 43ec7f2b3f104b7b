import type { Meta } from '@storybook/web-components-vite';
import { personaStories } from './income-view-personas.ts';
import { incomeView, type IncomeViewArgs } from './income-view.ts';

/** A sentence and a figure for each month. Look at whether that is enough for a person who wants to know no more. */
const meta: Meta<IncomeViewArgs> = {
  ...incomeView,
  title: 'ssbtek-income-view/Personas/Months',
  tags: ['!autodocs'],
};
export default meta;

const { P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14, P15 } = personaStories('months');
// Storybook reads the names without running anything.
export { P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14, P15 };
