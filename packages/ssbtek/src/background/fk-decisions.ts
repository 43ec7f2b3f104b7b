import { addMonths, oreFromKronor, type BackgroundFactOf, type Benefit } from '@medborgarnavet/model';
import { clip, clipCode, readDays } from '../agencies/decoded.ts';
import { readDate } from '../dates.ts';
import { readFields, withPeriod, type Fields } from './fields.ts';
import { decodeApplication, decodeUndecided } from './fk-applications.ts';
import { FK_CASES, FK_CLAIMS } from './fk-cases.ts';
import { levelsOf } from './fk-levels.ts';
import { FK_OTHERS } from './fk-others.ts';
import { found, foundInEach, gap, together, type Found } from './found.ts';
import { FkArende, FkBeslut } from './lefi-decisions.schema.ts';
import { listOf, readShare, shareText, SPAN, within, wordsOf } from './lefi-values.ts';

/** What a list of cases is about, where its decisions do not name it themselves. */
interface Topic {
  readonly name: string;
  readonly isClaim: boolean;
}

type Decision = BackgroundFactOf<'decision'>;

const UNKNOWN: Topic = { name: 'En förmån', isClaim: false };

/**
 * Försäkringskassan's cases, in as many lists as there are benefits, and what it tells beside them. A list that nobody
 * knows holds cases if its items have decisions, so that nothing is dropped; the other lists are about other things.
 */
export function fkDecisions(lists: Readonly<Record<string, unknown>>): Found {
  return foundInEach(Object.entries(lists), ([key, list]) => decodeList(key, listOf(list)));
}

function decodeList(key: string, items: readonly unknown[]): Found {
  const decodeOther = FK_OTHERS.get(key);
  if (decodeOther) return foundInEach(items, decodeOther);
  const name = FK_CASES.get(key);
  if (name === undefined) return foundInEach(items.filter(hasDecisions), (item) => decodeCase(item, UNKNOWN));
  const topic = { name, isClaim: FK_CLAIMS.has(key) };
  return foundInEach(items, (item) => decodeCase(item, topic));
}

function hasDecisions(item: unknown): boolean {
  return typeof item === 'object' && item !== null && Object.hasOwn(item, 'beslut');
}

function decodeCase(item: unknown, topic: Topic): Found {
  const arende = FkArende.safeParse(item);
  if (!arende.success) return gap(topic.name);
  const decisions = listOf(arende.data.beslut);
  if (decisions.length === 0) return decodeApplication(arende.data, topic.name);
  return together(
    foundInEach(decisions, (beslut) => decodeDecision(beslut, arende.data, topic)),
    decodeUndecided(arende.data, topic.name),
  );
}

const DECISION = {
  decided: ['fattades', readDate],
  ...SPAN,
  amount: ['belopp', oreFromKronor],
  extent: ['omfattning', readShare],
  days: ['dagar', readDays],
} as const satisfies Fields;

function decodeDecision(item: unknown, { avslaget }: FkArende, topic: Topic): Found {
  const parsed = FkBeslut.safeParse(item);
  if (!parsed.success) return gap(topic.name);
  const beslut = parsed.data;
  const benefit = benefitOf(beslut, topic);
  const { values, whole } = withPeriod(readFields(within(textsOf(beslut)), DECISION));
  const outcome = wordsOf(beslut.beslutsutfall) || (avslaget === true ? 'Avslag' : '');
  const levels = levelsOf(beslut, benefit.name);
  const fact: Decision = {
    kind: 'decision',
    benefit,
    ...(beslut.definitivt !== undefined && { final: beslut.definitivt }),
    ...(outcome !== '' && { outcome }),
    ...values,
    ...(values.amount === undefined ? amountOfDay(beslut) : howOften(beslut)),
    ...(levels.items.length > 0 && { levels: levels.items }),
  };
  return together(found(fact, whole, benefit.name), levels.gaps);
}

function benefitOf({ forman }: FkBeslut, { name, isClaim }: Topic): Benefit {
  const code = clipCode(forman?.id ?? '');
  return { code, name: isClaim ? name : wordsOf(forman) || name };
}

function textsOf(beslut: FkBeslut): Readonly<Record<string, string>> {
  const { fattades = '', period, beslutatBruttobelopp, dagar } = beslut;
  const [extent] = [beslut.omfattning].flat();
  return {
    fattades,
    fran: period?.fran ?? '',
    till: endOf(beslut),
    belopp: String(beslutatBruttobelopp?.summa ?? ''),
    omfattning: shareText(extent),
    dagar: typeof dagar === 'number' ? String(dagar) : '',
  };
}

/** The end of the period, or the last month before the decision ceases, where that is sooner. */
function endOf({ period, upphorandeManadFrom: [ceases] = [] }: FkBeslut): string {
  const last = ceases !== undefined && /^\d{4}-\d{2}$/.test(ceases) ? addMonths(ceases, -1) : ceases;
  const ends = [period?.till, last].filter((end) => end !== undefined && end !== '');
  return ends.sort()[0] ?? '';
}

/** What a day gives, where every day gives the same. */
function amountOfDay({ ersattningsdagar = [] }: FkBeslut): Pick<Decision, 'amount' | 'every'> {
  const days = ersattningsdagar.map((day) => day.ersattningsbelopp ?? day.bruttobelopp ?? day.belopp);
  const [amount, ...others] = new Set(days.map((day) => day && oreFromKronor(day.summa)));
  return amount === undefined || others.length > 0 ? {} : { amount, every: 'Per dag' };
}

/** In the authority's words. 0 means that it is not paid at intervals. */
function howOften({ periodicitet }: FkBeslut): Pick<Decision, 'every'> {
  const every = periodicitet?.id === '0' ? '' : clip(periodicitet?.beskrivning ?? '');
  return every === '' ? {} : { every };
}
