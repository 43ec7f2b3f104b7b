import { personas, type PersonaFixture } from '@medborgarnavet/mocks';
import type { SsbtekIncomeView } from '../../packages/elements/src/income-view/income-view.ts';
import { expectGolden } from './golden.ts';
import { incomeView, settled, source } from './income-view.ts';
import { button } from './page.ts';
import { reading } from './reading.ts';

const DEPTHS = ['months', 'payments', 'details'] as const;

/** All that is said at that depth; with all open, also what lies behind the payments. */
async function said(
  { statement, background }: PersonaFixture,
  depth: (typeof DEPTHS)[number],
): Promise<string[]> {
  const element = await incomeView(source(statement, statement, background), {
    period: '2026-08/2026-10',
    depth,
  });
  if (depth === 'details') await pressMore(element);
  const lines = reading(element.renderRoot.querySelector('section')!);
  element.remove();
  return lines;
}

async function pressMore(element: SsbtekIncomeView): Promise<void> {
  button(element, 'Visa mer').click();
  await settled(element);
}

describe('what the view says of each test person is what has been read and approved', () => {
  for (const fixture of Object.values(personas))
    it(`${fixture.persona} ${fixture.title}`, async () => {
      const lines = [`${fixture.persona} ${fixture.title}`];
      for (const depth of DEPTHS)
        lines.push('', `===== depth="${depth}" =====`, ...(await said(fixture, depth)));
      await expectGolden(`${fixture.persona}.txt`, lines);
    });
});
