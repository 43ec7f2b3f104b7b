import type { IncomeProblemKind } from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';
import { accessLogSv } from '../../packages/elements/src/localize/access-log.sv.ts';
import { draftSv } from '../../packages/elements/src/localize/draft.sv.ts';
import { incomeViewSv } from '../../packages/elements/src/localize/income-view.sv.ts';
import { reviewSv } from '../../packages/elements/src/localize/review.sv.ts';
import { sv } from '../../packages/elements/src/localize/sv.ts';
import { isPassing } from '../../packages/elements/src/problems.ts';

const CATALOGUES = { prefill: sv, view: incomeViewSv, draft: draftSv, review: reviewSv, log: accessLogSv };

/** What says that it will be over by itself, or that it is the person's own network. */
const SOUNDS_PASSING =
  /en stund|vi försöker igen|just nu|i tid|för lång tid|internet|Försök igen|försök sedan igen/;

describe('what is told of a problem', () => {
  for (const [name, { problems }] of Object.entries(CATALOGUES))
    it(`never makes what lasts sound as if it passed: ${name}`, () => {
      for (const kind of Object.keys(problems) as IncomeProblemKind[]) {
        const { heading, advice } = problems[kind];
        const said = `${heading} ${advice}`;
        if (!isPassing(kind)) expect(said, kind).not.to.match(SOUNDS_PASSING);
      }
    });

  it('never blames the network for anything but the network', () => {
    for (const { problems } of Object.values(CATALOGUES))
      for (const kind of Object.keys(problems) as IncomeProblemKind[])
        if (kind !== 'offline')
          expect(Object.values(problems[kind]).join(' '), kind).not.to.match(/internet/i);
  });
});
