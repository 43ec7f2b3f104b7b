import * as z from 'zod';
import { AnswerFault, FAULTS } from '../faults.ts';
import { Personnummer } from '../notation.ts';
import { csnContent } from './csn.ts';
import { fkContent, pmContent } from './lefi.ts';
import { afContent, mivContent, soContent, tnsContent } from './other.ts';
import { skvContent } from './skv.ts';

/**
 * A person of the simulator, as it is written in `personas/*.json`; the README tells of it in words. An agency that is
 * left out has nothing about them.
 */
export const Persona = z.strictObject({
  id: z.string().regex(/^[\w-]{1,20}$/),
  title: z.string().min(1).max(60),
  /** One Swedish sentence: what one sees with this person. */
  exercises: z.string().min(1),
  personnummer: Personnummer,
  /** Protected identity. The agencies mark the person, and deliver all the same. */
  protected: z.boolean().exactOptional(),
  answer: AnswerFault.exactOptional(),
  FK: z.strictObject({ ...FAULTS.FK, ...fkContent }).exactOptional(),
  PM: z.strictObject({ ...FAULTS.PM, ...pmContent }).exactOptional(),
  CSN: z.strictObject({ ...FAULTS.CSN, ...csnContent }).exactOptional(),
  SO: z.strictObject({ ...FAULTS.SO, ...soContent }).exactOptional(),
  AF: z.strictObject({ ...FAULTS.AF, ...afContent }).exactOptional(),
  SKV: z.strictObject({ ...FAULTS.SKV, ...skvContent }).exactOptional(),
  TNS: z.strictObject({ ...FAULTS.TNS, ...tnsContent }).exactOptional(),
  MIV: z.strictObject({ ...FAULTS.MIV, ...mivContent }).exactOptional(),
});
export type Persona = z.infer<typeof Persona>;
