import { personas, type PersonaCode } from '@medborgarnavet/mocks';
import { gives, pressFirst, type IncomeViewArgs, type IncomeViewStory } from './income-view.ts';

/** A story of each test person with so much open. Where all is, what lies behind the payments is fetched too. */
export function personaStories(
  depth: NonNullable<IncomeViewArgs['depth']>,
): Readonly<Record<PersonaCode, IncomeViewStory>> {
  const stories = Object.values(personas).map(({ persona, statement, background }) => {
    const story: IncomeViewStory = {
      args: { period: '2026-08/2026-10', depth, source: gives(statement, { background }) },
      ...(depth === 'details' && { play: pressFirst('Visa mer') }),
    };
    return [persona, story];
  });
  return Object.fromEntries(stories) as Readonly<Record<PersonaCode, IncomeViewStory>>;
}
