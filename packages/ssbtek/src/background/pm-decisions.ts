import { oreFromKronor, type BackgroundFactOf, type Benefit } from '@medborgarnavet/model';
import type * as z from 'zod';
import { clip, clipCode } from '../agencies/decoded.ts';
import type { Kod } from '../agencies/lefi.schema.ts';
import { readDate } from '../dates.ts';
import { readFields, withPeriod, type Fields } from './fields.ts';
import { found, foundInEach, gap, together, type Found } from './found.ts';
import { PmAnsprak, PmBeslut, PmErsattning, type LefiBakgrund } from './lefi-decisions.schema.ts';
import { listOf, readShare, within } from './lefi-values.ts';

type Decision = BackgroundFactOf<'decision'>;
type Named = z.infer<typeof Kod> | undefined;

const NAME = 'Pension';
const FINAL = 'SLUTLIGT';

/** Pensionsmyndigheten's decisions, and what has been applied for (facts §4.2). */
export function pmDecisions({ beslut, ansprak }: Pick<LefiBakgrund, 'beslut' | 'ansprak'>): Found {
  return together(foundInEach(listOf(beslut), decodeDecision), foundInEach(listOf(ansprak), decodeClaim));
}

const DECIDED = { decided: ['beslutsdatum', readDate] } as const satisfies Fields;

/** A decision can grant several things, and becomes as many facts. */
function decodeDecision(item: unknown): Found {
  const parsed = PmBeslut.safeParse(item);
  if (!parsed.success) return gap(NAME);
  const { beslutsdatum = '', formansgrupp, beslutsstatus, beslutsutfall } = parsed.data;
  const benefit = benefitOf(formansgrupp);
  const { values, whole } = readFields(() => beslutsdatum, DECIDED);
  const outcome = wordsOf(beslutsutfall);
  const common = {
    kind: 'decision',
    benefit,
    ...values,
    ...(beslutsstatus && { final: beslutsstatus.kod === FINAL }),
    ...(outcome !== '' && { outcome }),
  } as const;
  const grants = listOf(parsed.data.beslutadErsattning);
  if (grants.length === 0) return found(common, whole, benefit.name);
  return foundInEach(grants, (grant) => decodeGrant(grant, common, whole));
}

const GRANT = {
  from: ['from', readDate],
  to: ['tom', readDate],
  amount: ['belopp', oreFromKronor],
  extent: ['omfattning', readShare],
} as const satisfies Fields;

function decodeGrant(item: unknown, decision: Decision, isWhole: boolean): Found {
  const parsed = PmErsattning.safeParse(item);
  if (!parsed.success) return gap(decision.benefit.name);
  const { beslutatBelopp, period, ersattningstyp, omfattning = '' } = parsed.data;
  const texts = {
    from: period?.from ?? '',
    tom: period?.tom ?? '',
    belopp: String(beslutatBelopp?.belopp ?? ''),
    omfattning: String(omfattning),
  };
  const { values, whole } = withPeriod(readFields(within(texts), GRANT));
  const benefit = ersattningstyp ? benefitOf(ersattningstyp) : decision.benefit;
  const every = wordsOf(beslutatBelopp?.beloppsfrekvens);
  return found(
    { ...decision, benefit, ...values, ...(values.amount !== undefined && every !== '' && { every }) },
    isWhole && whole,
    benefit.name,
  );
}

const CLAIM = {
  received: ['ankomstdatum', readDate],
  from: ['from', readDate],
  to: ['tom', readDate],
} as const satisfies Fields;

function decodeClaim(item: unknown): Found {
  const parsed = PmAnsprak.safeParse(item);
  if (!parsed.success) return gap(NAME);
  const { ankomstdatum = '', formansgrupp, yrkadPeriod } = parsed.data;
  const texts = { ankomstdatum, from: yrkadPeriod?.from ?? '', tom: yrkadPeriod?.tom ?? '' };
  const { values, whole } = withPeriod(readFields(within(texts), CLAIM));
  const benefit = benefitOf(formansgrupp);
  return found({ kind: 'application', benefit, ...values, state: 'open' }, whole, benefit.name);
}

function benefitOf(named: Named): Benefit {
  return { code: clipCode(named?.kod ?? ''), name: wordsOf(named) || NAME };
}

/** The authority's own words, else its code. */
function wordsOf(named: Named): string {
  return clip(named?.beskrivning ?? '') || clip(named?.kod ?? '');
}
