import {
  lastDayOf,
  ore,
  oreFromKronor,
  SOURCE_NAMES,
  sourceThatAnswered,
  sourceThatFailed,
  type Source,
  type UncheckedReason,
} from '@medborgarnavet/model';
import { readDate } from '../dates.ts';
import { readBlock } from '../envelope.ts';
import { refusalOf, whose } from '../identity.ts';
import { readJson } from '../json.ts';
import { failedPart, open, type Failed, type Part } from '../part.ts';
import { withIds } from '../payment-id.ts';
import type { XmlElement } from '../xml/parse.ts';
import { at, child, text } from '../xml/read.ts';
import { clip, join, unreadable, type Decoded, type DecodedPayment } from './decoded.ts';
import { Individuppgift, Individuppgifter, Names, Skattekonto } from './skv.schema.ts';

const NOTHING: Decoded = { payments: [], sections: [] };

/** What a part of the answer holds, or why it holds nothing. */
export type SkvPart =
  { readonly kind: 'json'; readonly json: unknown } | { readonly kind: 'nothing' } | Failed;

/** Skatteverket's answer in v11: each part answers for itself (facts §4.7). */
export function decodeSkv(block: XmlElement | undefined, personnummer: string): Part<Source> {
  const failure = failureOfSkv(block, personnummer);
  if (failure) return failedPart(failure, sourceThatFailed('SKV', failure.reason));
  const { payments, sections } = join(
    decodePart(child(block, 'individuppgifter'), 'Lön från arbetsgivare', decodeWages),
    decodePart(child(block, 'skattekonto'), 'Skattekonto', decodeAccount),
  );
  return open(sourceThatAnswered('SKV', withIds(payments), sections));
}

/** Why there is nothing at all of Skatteverket in v11; undefined when there are parts to read. */
export function failureOfSkv(block: XmlElement | undefined, personnummer: string): Failed | undefined {
  if (!block) return { kind: 'failed', reason: 'no-answer' };
  const whole = child(block, 'error') && readBlock(block);
  if (whole?.kind === 'failed') return whole;
  const named = block.children.flatMap((part) => namesIn(readSkvPart(part)));
  return refusalOf(named.map((name) => whose(name, personnummer)));
}

/** The employer of a wage may be a person too, and is not meant here. */
function namesIn(part: SkvPart): (string | number)[] {
  const names = Names.safeParse(part.kind === 'json' ? part.json : undefined);
  if (!names.success) return [];
  const { identitet, kontohavare } = names.data;
  return [identitet, kontohavare].filter((name) => name !== undefined && name !== null);
}

function decodePart(
  element: XmlElement | undefined,
  name: string,
  decode: (json: unknown) => Decoded | undefined,
): Decoded {
  const gap = (reason: UncheckedReason): Decoded => ({
    payments: [],
    sections: [{ name, verdict: 'unchecked', reason }],
  });
  const part = readSkvPart(element);
  if (part.kind === 'json') return decode(part.json) ?? gap('unreadable');
  return part.kind === 'nothing' ? NOTHING : gap(part.reason);
}

/** Opens a part of the answer in v11: JSON inside base64. */
export function readSkvPart(part: XmlElement | undefined): SkvPart {
  if (!part) return { kind: 'failed', reason: 'no-answer' };
  // "Not found" is how a part says that it has nothing on the person (facts §6).
  if (text(at(part, 'error'), 'felkod') === '404') return { kind: 'nothing' };
  const block = readBlock(part);
  if (block.kind === 'failed') return block;
  const json = readJson(block.data.text);
  return json === undefined ? { kind: 'failed', reason: 'unreadable' } : { kind: 'json', json };
}

function decodeWages(json: unknown): Decoded | undefined {
  const parsed = Individuppgifter.safeParse(json);
  if (!parsed.success) return undefined;
  const decoded = parsed.data.individuppgifter.map((item): DecodedPayment | undefined => {
    const row = Individuppgift.safeParse(item);
    return row.success ? wage(row.data) : undefined;
  });
  return {
    payments: decoded.filter((payment) => payment !== undefined),
    sections: decoded.some((payment) => payment === undefined) ? [unreadable('Lön')] : [],
  };
}

/** An employer tells of a month, not of a day; what remains after tax is an estimate of what was paid out (facts §10.2). */
function wage(row: Individuppgift): DecodedPayment | undefined {
  const gross = oreFromKronor(row.kontantErsattningUlagAG);
  const tax = oreFromKronor(row.avdrPrelSkatt ?? 0);
  const month = /^(\d{4})-?(0[1-9]|1[0-2])$/.exec(row.redovisningsperiod)?.slice(1).join('-');
  if (gross === undefined || tax === undefined || month === undefined) return undefined;
  return {
    source: 'SKV',
    payer: clip(row.utbetalare?.namn ?? '') || 'En arbetsgivare',
    benefit: { code: 'individuppgifter', name: 'Lön' },
    status: 'paid',
    period: { from: `${month}-01`, to: lastDayOf(month) },
    gross,
    tax,
    deductions: [],
    net: ore(gross - tax),
    parts: [],
    flags: [],
  };
}

/** Repaid tax: the natural source of the row Överskjutande skatt (facts §4.7, inferred). */
function decodeAccount(json: unknown): Decoded | undefined {
  const parsed = Skattekonto.safeParse(json);
  if (!parsed.success) return undefined;
  const net = oreFromKronor(parsed.data.utbetaltBelopp ?? 0);
  if (net === undefined) return undefined;
  if (net === 0) return NOTHING;
  const date = readDate(parsed.data.bokforingsdag ?? '');
  if (date === undefined) return undefined;
  return {
    payments: [
      {
        source: 'SKV',
        payer: SOURCE_NAMES.SKV,
        benefit: { code: 'skattekonto', name: 'Återbetald skatt' },
        status: 'paid',
        date,
        deductions: [],
        net,
        parts: [],
        flags: [],
      },
    ],
    sections: [],
  };
}
