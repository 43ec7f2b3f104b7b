import { addMonths, oreFromKronor, type BackgroundFactOf, type Benefit } from '@medborgarnavet/model';
import { clip, readDays } from '../agencies/decoded.ts';
import { openPeriod, readDate, readDateOrMonth } from '../dates.ts';
import { readFields, withPeriod, type Fields } from './fields.ts';
import { FK_CASES, FK_CLAIMS, FK_PROGRAMME_DAYS } from './fk-cases.ts';
import { found, foundInEach, gap, type Found } from './found.ts';
import { listOf, readShare, within } from './lefi-values.ts';
import { FkArende, FkBeslut, FkProgramjobdagar, type Code } from './lefi-decisions.schema.ts';

/** What a list of cases is about, where its decisions do not name it themselves. */
interface Topic {
  readonly name: string;
  readonly isClaim: boolean;
}

type Decision = BackgroundFactOf<'decision'>;

const UNKNOWN: Topic = { name: 'En förmån', isClaim: false };

/**
 * Försäkringskassan's cases, in as many lists as there are benefits. A list that nobody knows holds cases if its items
 * have decisions, so that nothing is dropped; the other lists are about other things.
 */
export function fkDecisions(lists: Readonly<Record<string, unknown>>): Found {
  return foundInEach(Object.entries(lists), ([key, list]) => decodeList(key, listOf(list)));
}

function decodeList(key: string, items: readonly unknown[]): Found {
  if (key === FK_PROGRAMME_DAYS) return foundInEach(items, decodeProgrammeDays);
  const name = FK_CASES.get(key);
  if (name === undefined) return foundInEach(items.filter(hasDecisions), (item) => decodeCase(item, UNKNOWN));
  const topic = { name, isClaim: FK_CLAIMS.has(key) };
  return foundInEach(items, (item) => decodeCase(item, topic));
}

function hasDecisions(item: unknown): boolean {
  return typeof item === 'object' && item !== null && Object.hasOwn(item, 'beslut');
}

function decodeProgrammeDays(item: unknown): Found {
  const days = FkProgramjobdagar.safeParse(item);
  if (!days.success) return gap('Dagar i jobb- och utvecklingsgarantin');
  const { antalForbrukade: used, harForbrukatMaxAntal: all } = days.data;
  return { facts: [{ kind: 'programme-days', used, all }], sections: [] };
}

function decodeCase(item: unknown, topic: Topic): Found {
  const arende = FkArende.safeParse(item);
  if (!arende.success) return gap(topic.name);
  const decisions = listOf(arende.data.beslut);
  if (decisions.length === 0) return decodeApplication(arende.data, topic);
  return foundInEach(decisions, (beslut) => decodeDecision(beslut, arende.data, topic));
}

const APPLICATION = { received: ['startades', readDate] } as const satisfies Fields;

/** A case without decisions is an application. */
function decodeApplication(
  { startades, aktivt, avslaget, anspraksdagar = [] }: FkArende,
  { name }: Topic,
): Found {
  const { values, whole } = readFields(() => startades ?? '', APPLICATION);
  const days = anspraksdagar
    .map(({ dag }) => readDate(dag))
    .filter((day) => day !== undefined)
    .sort();
  const period = openPeriod(days.at(0), days.at(-1));
  const state = avslaget === true ? 'refused' : aktivt === false ? 'closed' : 'open';
  return found(
    { kind: 'application', benefit: { code: '', name }, ...values, ...(period && { period }), state },
    whole && days.length === anspraksdagar.length,
    name,
  );
}

const DECISION = {
  decided: ['fattades', readDate],
  from: ['fran', (text: string) => readDateOrMonth(text, 'first')],
  to: ['till', (text: string) => readDateOrMonth(text, 'last')],
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
  const fact: Decision = {
    kind: 'decision',
    benefit,
    ...(beslut.definitivt !== undefined && { final: beslut.definitivt }),
    ...(outcome !== '' && { outcome }),
    ...values,
    ...(values.amount === undefined ? amountOfDay(beslut) : howOften(beslut)),
  };
  return found(fact, whole, benefit.name);
}

function benefitOf({ forman }: FkBeslut, { name, isClaim }: Topic): Benefit {
  const code = (forman?.id ?? '').slice(0, 60);
  return { code, name: isClaim ? name : wordsOf(forman) || name };
}

/** The authority's own words, else its code. */
function wordsOf(code: Code | string | undefined): string {
  if (typeof code === 'string') return clip(code);
  return clip(code?.beskrivning ?? '') || clip(code?.id ?? '');
}

function textsOf(beslut: FkBeslut): Readonly<Record<string, string>> {
  const { fattades = '', period, beslutatBruttobelopp, dagar } = beslut;
  const [{ taljare = 0, namnare = 0 } = {}] = [beslut.omfattning].flat();
  return {
    fattades,
    fran: period?.fran ?? '',
    till: endOf(beslut),
    belopp: String(beslutatBruttobelopp?.summa ?? ''),
    // Of an extent that is not set both are 0.
    omfattning: taljare === 0 && namnare === 0 ? '' : String(taljare / namnare),
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
