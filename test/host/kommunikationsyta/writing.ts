// What the writer that is killed writes and hands in, so that the one who kills it knows what to find.
import type { HandedInMessage } from '../../../packages/host/src/submission/message.ts';

const base64 = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
export const WRITER_KEYS = `pseudonyms:${base64(1)} writer:${base64(2)}`;

export const ofWriter = (who: string) => ({ personnummer: '189001019802', reference: `EK-${who}` });

/** Often larger than a page of a database. */
export const draftNumber = (number: number): Buffer =>
  Buffer.from(`${number} `.repeat(1 + ((number * 37) % 1500)));

/** Every seventh is a removal. */
export const isRemoval = (number: number): boolean => number % 7 === 0;

/** Whether this is what there is once a number has been done. Before the first there is nothing. */
export function isAfter(number: number, found: Uint8Array | undefined): boolean {
  if (isRemoval(number)) return found === undefined;
  return found !== undefined && draftNumber(number).equals(found);
}

/** With every other number a case of that number's own is handed in. */
export const isHandingIn = (number: number): boolean => number % 2 === 1;
export const caseNumber = (who: string, number: number) => ofWriter(`${who}-${number}`);
export const receiptNumber = (number: number): Buffer => Buffer.from(`receipt ${number}`);

/** The draft of that case is its JSON. */
export function messageNumber(who: string, number: number): HandedInMessage {
  const json = draftNumber(number).toString();
  const id = `${who}-${number}`;
  return { id, reference: caseNumber(who, number).reference, json, html: '<p>', signed: 'a.b.c' };
}
