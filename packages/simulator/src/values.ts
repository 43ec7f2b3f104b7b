import type { Element } from '@xmldom/xmldom';
import { type Day, type Period, isDay } from './days.ts';
import { ContractBreak, onlyAttributes, pathOf, sequence } from './sequence.ts';
import { childElements } from './xml.ts';

const ZONE = String.raw`(?:Z|[-+](?:0\d|1[0-3]):[0-5]\d|[-+]14:00)?`;
const DATE = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})${ZONE}$`);
const DATE_TIME = new RegExp(
  String.raw`^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?${ZONE}$`,
);

/** `xsd:string`: the text as it is. */
export function string(element: Element): string {
  onlyAttributes(element, []);
  if (childElements(element).length > 0)
    throw new ContractBreak(`${pathOf(element)}: element där bara text får stå`);
  return element.textContent ?? '';
}

export function nonEmptyString(element: Element): string {
  return matching(element, string(element), /[^]/, 'tomt');
}

export function organisationsnummer(element: Element): string {
  return matching(
    element,
    token(string(element)),
    /^\d{4}[2-9]\d{7}$/,
    'inte ett organisationsnummer med 12 siffror',
  );
}

export function personidentitet(element: Element): string {
  return matching(element, token(string(element)), /^[0-9]{12}$/, 'inte 12 siffror');
}

/** `xsd:boolean` of an element whose schema gives the default false. */
export function boolean(element: Element): boolean {
  const text = string(element);
  return text === '' ? false : booleanText(element, text);
}

/** The attribute `inkludera`, which is required. */
export function inkludera(element: Element): boolean {
  return booleanText(element, element.getAttribute('inkludera') ?? '');
}

/** `xsd:boolean` of an element without a default. */
export function flag(element: Element): boolean {
  return booleanText(element, string(element));
}

export function short(element: Element): number {
  return integer(element, 16);
}

export function int(element: Element): number {
  return integer(element, 32);
}

function integer(element: Element, bits: number): number {
  const number = Number(matching(element, token(string(element)), /^[-+]?\d+$/, 'inte ett heltal'));
  if (number < -(2 ** (bits - 1)) || number >= 2 ** (bits - 1)) {
    throw new ContractBreak(`${pathOf(element)}: för stort tal`);
  }
  return number;
}

/** `xsd:dateTime`, as it was written: it is only echoed. */
export function dateTime(element: Element): string {
  const text = string(element);
  const [, day = ''] = DATE_TIME.exec(token(text)) ?? [];
  if (!isDay(day)) throw new ContractBreak(`${pathOf(element)}: inte en tidpunkt`);
  return text;
}

/** A complexType of its own in the contract: `fromDatum` and `tomDatum`. */
export function tidsperiod(element: Element): Period {
  const children = sequence(element);
  const period = { from: date(children.required('fromDatum')), tom: date(children.required('tomDatum')) };
  children.end();
  return period;
}

/** `xsd:base64Binary`. */
export function base64(element: Element): Uint8Array {
  const text = string(element).replace(/\s/g, '');
  const isBase64 = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  if (!isBase64) throw new ContractBreak(`${pathOf(element)}: inte base64`);
  return Buffer.from(text, 'base64');
}

function date(element: Element): Day {
  const [, day = ''] = DATE.exec(token(string(element))) ?? [];
  if (!isDay(day)) throw new ContractBreak(`${pathOf(element)}: inte ett datum`);
  return day;
}

function booleanText(element: Element, text: string): boolean {
  const value = matching(element, token(text), /^(?:true|false|1|0)$/, 'inte true eller false');
  return value === 'true' || value === '1';
}

function matching(element: Element, text: string, pattern: RegExp, otherwise: string): string {
  if (pattern.test(text)) return text;
  throw new ContractBreak(`${pathOf(element)}: ${otherwise}`);
}

function token(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
