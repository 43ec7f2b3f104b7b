import type { Texts } from './texts.ts';

/** Any of these texts, at any depth. */
export type Own<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends object
    ? { readonly [Key in keyof T]?: Own<T[Key]> }
    : T;

/** Texts of a host's own for the prefill. */
export type OwnTexts = Own<Texts>;

/** The language's texts with the host's own in their place. */
export function mergeTexts<T>(texts: T, own: Own<NoInfer<T>> | undefined): T {
  return merge(texts, own) as T;
}

function merge(base: unknown, own: unknown): unknown {
  if (!isGroup(base) || !isGroup(own)) return own ?? base;
  return Object.fromEntries(Object.entries(base).map(([key, value]) => [key, merge(value, own[key])]));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
