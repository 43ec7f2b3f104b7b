import { BackgroundBlock, type BackgroundAnswer, type SourceCode } from '@medborgarnavet/model';
import { answerEnvelope, PERSONAS } from '@medborgarnavet/simulator';
import { createSsbtek, type Transport } from '@medborgarnavet/ssbtek';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { answering, clock, config, OCTOBER, PERSON } from '../asking.ts';

export type Version = 10 | 11;

/** What must never be in an answer, wherever an authority may write it. */
export const CANARIES = {
  name: 'Kanarie Fågelsson',
  number: '189002029806',
  account: '8327-9 123 456 789-0',
  company: '165560000004',
  message: 'Fel för Kanarie',
};

/** What lies behind the payments, when the answer holds these blocks and no others. */
export async function lookUp(blocks: string, version: Version = 10): Promise<BackgroundAnswer> {
  const body = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>
    <hamtaBastjanstInformationResponse xmlns="http://schema.forsakringskassan.se/integration/ssbt/${version}">
      <svarsdata>${blocks}</svarsdata></hamtaBastjanstInformationResponse></e:Body></e:Envelope>`;
  return ask(answering(body), PERSON, version);
}

/** What the simulator tells of a persona; with `deviations` as real answers have been seen to differ from the schemas. */
export function lookUpPersona(id: string, version: Version, deviations = false): Promise<BackgroundAnswer> {
  const persona = PERSONAS.find((each) => each.id === id);
  assert.ok(persona);
  const transport: Transport = (text) => {
    const { status, body } = answerEnvelope(text, { clock, personas: PERSONAS, deviations });
    return Promise.resolve({ status, body: Buffer.from(body) });
  };
  return ask(transport, persona.personnummer, version);
}

function ask(transport: Transport, personnummer: string, version: Version): Promise<BackgroundAnswer> {
  // Most of these answers hold one source alone, without who has to say whether the identity is protected.
  const change = { version, protectionNotTold: 'tell' } as const;
  const { lookUpBackground } = createSsbtek({ config: config(change), clock, transport });
  return lookUpBackground({ personnummer, arende: 'EK-1', period: OCTOBER });
}

/** The block of a source, which must fit the model. */
export function blockIn({ blocks }: BackgroundAnswer, source: SourceCode): BackgroundBlock {
  const found = blocks.filter((block) => block.source === source);
  assert.equal(found.length, 1);
  return BackgroundBlock.parse(found[0]);
}

/** Why a source could not be checked; else its verdict. */
export function reasonOf(block: BackgroundBlock): string {
  return block.verdict === 'unchecked' ? block.reason : block.verdict;
}

/** A section that could not be checked. */
export function gap(name: string, reason = 'unreadable'): object {
  return { name, verdict: 'unchecked', reason };
}

export function errorIn(element: string, kalla: string, felkod: string): string {
  const message = `${CANARIES.message} ${PERSON}`;
  return `<${element}><error><kalla>${kalla}</kalla><felkod>${felkod}</felkod><felmeddelande>${message}</felmeddelande></error></${element}>`;
}

export function assertNoCanary(answer: BackgroundAnswer): void {
  const told = JSON.stringify(answer);
  for (const canary of [...Object.values(CANARIES), PERSON]) assert.equal(told.includes(canary), false);
}

/** Texts that authorities write, and texts that nobody should. */
const TEXTS = [
  ...['', ' ', '0', '1', '-1', '200', '500', '502', '999', 'true', 'TRUE', 'OK', 'FEL', 'PERMANENT'],
  ...['2026-10-20', '2026-10-20+01:00', '2026-02-30', '20261020', '2026', '1066', '99999', '2026-10-20x'],
  ...['-4200', '0,5', '1e9', 'NaN', '-0', '9'.repeat(30), 'x'.repeat(500), '\u{1F600}'.repeat(150)],
  ...['__proto__', 'constructor', 'toString', '<script>', '&amp;', ']]>', '\ufeff', '\u00a0'],
];
export const anyText = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 30 }));

/** Some of these elements, each with any text in it. */
export function anyLeaves(...names: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...names), anyText), { maxLength: names.length + 2 })
    .map((leaves) => leaves.map(([name, text]) => `<${name}>${escaped(text)}</${name}>`).join(''));
}

/** What a tree has inside: some elements with any content. */
export function anyNumberOf(name: string, content: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .array(content, { maxLength: 4 })
    .map((items) => items.map((item) => `<${name}>${item}</${name}>`).join(''));
}

/** Text as XML holds it, without the characters that it cannot hold. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
