import type { Meta } from '@storybook/web-components-vite';
import { personaStories } from './income-view-personas.ts';
import { incomeView, type IncomeViewArgs } from './income-view.ts';

/** All that each is made of, and what lies behind. Look for anything that says against another. */
const meta: Meta<IncomeViewArgs> = {
  ...incomeView,
  title: 'ssbtek-income-view/Personas/Details',
  tags: ['!autodocs'],
};
export default meta;

const { P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14, P15 } = personaStories('details');
// Storybook reads the names without running anything.
export { P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14, P15 };
