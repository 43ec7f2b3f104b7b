import type { Meta } from '@storybook/web-components-vite';
import { personaStories } from './income-view-personas.ts';
import { incomeView, type IncomeViewArgs } from './income-view.ts';

/** Every payment too. Look at whether each is known by its name, and where the figure of its month comes from. */
const meta: Meta<IncomeViewArgs> = {
  ...incomeView,
  title: 'ssbtek-income-view/Personas/Payments',
  tags: ['!autodocs'],
};
export default meta;

const { P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14, P15 } = personaStories('payments');
// Storybook reads the names without running anything.
export { P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14, P15 };
