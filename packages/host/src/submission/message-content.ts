import * as z from 'zod/mini';
import type { HandedInMessage } from './message.ts';

/** What is encrypted. */
const Content = z.strictObject({
  id: z.string().check(z.minLength(1)),
  reference: z.string(),
  json: z.string(),
  html: z.string(),
  signed: z.string(),
});

/** A message as it lies in the outbox: what is read is what was written, to the byte. */
export function writeMessageContent({ id, reference, json, html, signed }: HandedInMessage): Uint8Array {
  return Buffer.from(JSON.stringify({ id, reference, json, html, signed } satisfies z.infer<typeof Content>));
}

/** @throws Error when it is no message. */
export function readMessageContent(content: Uint8Array): HandedInMessage {
  return Content.parse(JSON.parse(Buffer.from(content).toString()));
}
