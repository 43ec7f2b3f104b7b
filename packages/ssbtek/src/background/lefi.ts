import { backgroundThatFailed, type BackgroundBlock, type Section } from '@medborgarnavet/model';
import { failureOf, gapOf, openLefi, protectionIn } from '../agencies/lefi-answer.ts';
import type { Avvikelse } from '../agencies/lefi.schema.ts';
import type { AgencyBlock } from '../envelope.ts';
import { failedPart, type Part } from '../part.ts';
import { bounded } from './bounded.ts';
import { fkDecisions } from './fk-decisions.ts';
import { blockOf, together, type Found } from './found.ts';
import { LefiBakgrund } from './lefi-decisions.schema.ts';
import { pmDecisions } from './pm-decisions.ts';

/** The cases and decisions of Försäkringskassan and of Pensionsmyndigheten, each with its own state (facts §4.2). */
export function decodeLefiBackground(block: AgencyBlock, personnummer: string): Part<BackgroundBlock> {
  const answer = openLefi(block, LefiBakgrund, personnummer);
  if (answer.kind === 'failed') {
    const { reason } = answer;
    return failedPart(answer, backgroundThatFailed('FK', reason), backgroundThatFailed('PM', reason));
  }
  const { svar } = answer;
  const { formansinformation = [], ansprak = [], beslut = [], ovrigInformation = [] } = svar.avvikelser ?? {};
  const fkGaps = [...formansinformation, ...ovrigInformation.filter(isOfFk)].map(gapOf);
  return {
    told: [
      decodeSource('FK', svar, fkDecisions(svar.formansinformation ?? {}), fkGaps),
      decodeSource('PM', svar, pmDecisions(svar), [...ansprak, ...beslut].map(gapOf)),
    ],
    ...protectionIn(svar),
  };
}

/** Nothing but FK's is asked for of the other information, so what has no code is FK's too. */
function isOfFk({ ovrigInformationstyp }: Avvikelse): boolean {
  return ovrigInformationstyp?.kod.startsWith('PM:') !== true;
}

function decodeSource(code: 'FK' | 'PM', svar: LefiBakgrund, found: Found, gaps: Section[]): BackgroundBlock {
  const failure = failureOf(code, svar);
  if (failure) return backgroundThatFailed(code, failure);
  return blockOf(code, bounded(together(found, { facts: [], sections: gaps })));
}
