import { backgroundThatFailed, oreFromKronor, type BackgroundBlock } from '@medborgarnavet/model';
import { failureOfSkv, readSkvPart } from '../agencies/skv.ts';
import {
  BeslutadSkatteuppgift,
  Foretag,
  Foretagsinformation,
  Kontostallning,
  Skatteuppgifter,
  type Scalars,
} from '../agencies/skv.schema.ts';
import { readDate } from '../dates.ts';
import { failedPart, open, type Part } from '../part.ts';
import type { XmlElement } from '../xml/parse.ts';
import { child } from '../xml/read.ts';
import { readBoolean, readFields, readYear, type Fields } from './fields.ts';
import { blockOf, found, foundInEach, gap, NOTHING, together, type Found } from './found.ts';
import { decodeSkvV10 } from './skv-v10.ts';

const TAX = {
  employment: ['overskottAvTjanst', oreFromKronor],
  capital: ['sumKapital', oreFromKronor],
  income: ['fastStalldinkomst', oreFromKronor],
  tax: ['summaSlutligSkatt', oreFromKronor],
} as const satisfies Fields;

const DECIDED = { decided: ['datumFaststalld', readDate] } as const satisfies Fields;

/** Never whose account it is, nor the one that money is paid out to. */
const ACCOUNT = {
  balance: ['saldo', oreFromKronor],
  interest: ['preliminarRanta', oreFromKronor],
  updated: ['senastUppdaterad', readDate],
} as const satisfies Fields;

const BUSINESS = {
  employer: ['arbetsgivarregistrerad', readBoolean],
  vat: ['momsregistrerad', readBoolean],
  fTax: ['godkandFskatt', readBoolean],
} as const satisfies Fields;

/** What Skatteverket tells beside payments. It is not the same in v10 as in v11 (facts §4.7). */
export function decodeSkvBackground(
  block: XmlElement | undefined,
  version: 10 | 11,
  personnummer: string,
): Part<BackgroundBlock> {
  return version === 10 ? decodeSkvV10(block, personnummer) : decodeSkvV11(block, personnummer);
}

/** In v11 each part answers for itself. */
function decodeSkvV11(block: XmlElement | undefined, personnummer: string): Part<BackgroundBlock> {
  const failure = failureOfSkv(block, personnummer);
  if (failure) return failedPart(failure, backgroundThatFailed('SKV', failure.reason));
  const found = together(
    decodePart(child(block, 'skatteuppgifter'), 'Skatteuppgifter', decodeTaxDecisions),
    decodePart(child(block, 'skattekonto'), 'Skattekonto', decodeAccount),
    decodePart(child(block, 'foretagsinformation'), 'Företagsinformation', decodeBusinesses),
  );
  return open(blockOf('SKV', found));
}

function decodePart(
  element: XmlElement | undefined,
  name: string,
  decode: (json: unknown, name: string) => Found,
): Found {
  const part = readSkvPart(element);
  if (part.kind === 'json') return decode(part.json, name);
  return part.kind === 'nothing' ? NOTHING : gap(name, part.reason);
}

function decodeTaxDecisions(json: unknown, name: string): Found {
  const parsed = Skatteuppgifter.safeParse(json);
  if (!parsed.success) return gap(name);
  return foundInEach(parsed.data.beslutadeSkatteuppgifter, (item) => {
    const decision = BeslutadSkatteuppgift.safeParse(item);
    return decision.success ? decodeTaxDecision(decision.data, name) : gap(name);
  });
}

function decodeTaxDecision({ uppgifter, ...decision }: BeslutadSkatteuppgift, name: string): Found {
  const inDecision = textsOf(decision);
  const inAmounts = textsOf(uppgifter ?? {});
  const year = readYear(inDecision('beskattningsar')) ?? readYear(inAmounts('inkomstar'));
  if (year === undefined) return gap(name);
  const decided = readFields(inDecision, DECIDED);
  const amounts = readFields(inAmounts, TAX);
  return found(
    { kind: 'tax-decision', year, ...decided.values, ...amounts.values },
    decided.whole && amounts.whole,
    name,
  );
}

function decodeAccount(json: unknown, name: string): Found {
  const parsed = Kontostallning.safeParse(json);
  if (!parsed.success) return gap(name);
  const { values, whole } = readFields(textsOf(parsed.data), ACCOUNT);
  return found({ kind: 'tax-account', ...values }, whole, name);
}

function decodeBusinesses(json: unknown, name: string): Found {
  const parsed = Foretagsinformation.safeParse(json);
  if (!parsed.success) return gap(name);
  return foundInEach(parsed.data.foretag, (item) => {
    const business = Foretag.safeParse(item);
    return business.success ? decodeBusiness(business.data, name) : gap(name);
  });
}

/** A business that nothing is told of is still a business. */
function decodeBusiness(business: Foretag, name: string): Found {
  const { values, told, whole } = readFields(textsOf(business), BUSINESS);
  return found({ kind: 'business', ...values }, told && whole, name);
}

/** Numbers and booleans come as themselves or as text. */
function textsOf(row: Scalars): (name: string) => string {
  return (name) => String(row[name] ?? '').trim();
}
