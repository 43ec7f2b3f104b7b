import * as z from 'zod/mini';
import { IncomeProblem, ProblemDocument } from './problem.ts';

/** The largest body of `PUT /draft`: 256 KiB. */
export const LARGEST_DRAFT = 256 * 1024;

/** Text as a person writes it: no control characters but newline and tab. */
const PRINTABLE = /^[\P{Cc}\n\t]*$/u;

/**
 * Half a character, which a page's script can send as an escape of JSON, has no bytes in UTF-8: it could be kept, and never be signed. It becomes
 * U+FFFD wherever text comes in, as it does when a browser sends a form, so that nothing that was typed is refused for it.
 */
const wholeCharacters = z.overwrite<string>((text) => text.replace(/\p{Cs}/gu, '\ufffd'));

/** What a field of a form may be called. */
export const DraftFieldName = z
  .string()
  .check(wholeCharacters, z.minLength(1), z.maxLength(200), z.regex(PRINTABLE));

const DraftField = z.readonly(
  z.tuple([DraftFieldName, z.string().check(wholeCharacters, z.maxLength(20_000), z.regex(PRINTABLE))]),
);

/** A half-filled form: what it holds, as `FormData` has it, in the form's order. A name may occur more than once. */
export const Draft = z.strictObject({
  /** The version of this shape. */
  version: z.literal(1),
  fields: z.readonly(z.array(DraftField).check(z.maxLength(2000))),
  /** The name of the field that the person was in, to lead them back to. Says nothing of what is written. */
  at: z.exactOptional(DraftFieldName),
});
export type Draft = z.infer<typeof Draft>;

/** What a save is answered with. */
export const DraftReceipt = z.strictObject({
  /** An instant in UTC. */
  savedAt: z.iso.datetime(),
  /** When it is forgotten, whatever happens: an instant in UTC, the same for everything that is kept of the application. */
  expiresAt: z.iso.datetime(),
  /** Names this very save, as `If-Match` wants it, with its quotation marks. Says nothing. */
  etag: z.string().check(z.regex(/^"[\w-]{16,64}"$/)),
});
export type DraftReceipt = z.infer<typeof DraftReceipt>;

/** A draft as it is kept: `GET /draft`. */
export const SavedDraft = z.strictObject({ ...Draft.shape, ...DraftReceipt.shape });
export type SavedDraft = z.infer<typeof SavedDraft>;

/** The body of a 412: why, and what is kept now. Without `current` it has been deleted. */
export const DraftConflictDocument = z.object({
  ...ProblemDocument.shape,
  current: z.exactOptional(SavedDraft),
});
export type DraftConflictDocument = z.infer<typeof DraftConflictDocument>;

/** What a save is to follow upon: the etag of the save that the page knows of, or `none`, which no etag is. */
export type DraftBefore = string;

/** Whether two drafts say the same, wherever the person was. */
export function sameDraft(one: Draft, other: Draft): boolean {
  return JSON.stringify(one.fields) === JSON.stringify(other.fields);
}

/** A save that was refused, since the draft has been saved or deleted elsewhere meanwhile. */
export class DraftConflict extends IncomeProblem {
  // Private, so that an error that is printed does not tell what the person has written.
  readonly #current: SavedDraft | undefined;

  constructor(current: SavedDraft | undefined) {
    super('conflict');
    this.#current = current;
  }

  /** What is kept now, for the page to show beside its own; undefined when it has been deleted. */
  get current(): SavedDraft | undefined {
    return this.#current;
  }
}

/** By shape, so that it holds when the page has a second copy of this library. */
export function isDraftConflict(error: unknown): error is DraftConflict {
  return error instanceof Error && error.name === 'IncomeProblem' && 'current' in error;
}
