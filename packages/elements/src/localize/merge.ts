import type { Texts } from './texts.ts';

/** Texts of a host's own: any of them, at any depth. */
export type OwnTexts = Deep<Texts>;

type Deep<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends object
    ? { readonly [Key in keyof T]?: Deep<T[Key]> }
    : T;

/** The language's texts with the host's own in their place. */
export function mergeTexts(texts: Texts, own: OwnTexts | undefined): Texts {
  return own ? (merge(texts, own) as Texts) : texts;
}

function merge(base: unknown, own: unknown): unknown {
  if (!isGroup(base) || !isGroup(own)) return own ?? base;
  return Object.fromEntries(Object.entries(base).map(([key, value]) => [key, merge(value, own[key])]));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
