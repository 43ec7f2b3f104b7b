import type { BackgroundBlock, Source, UncheckedReason } from '@medborgarnavet/model';

/** What one agency's part of an answer says: of one source, or of two in LEFI's. */
export interface Part<Told> {
  readonly told: readonly Told[];
  /** A mark that the identity is protected. */
  readonly protectedIdentity: boolean;
  /** It is from who has to say whether the identity is protected, and says it. */
  readonly saysWhetherProtected?: boolean;
  /** It names somebody else than the person that was asked about. Then nothing of it is told. */
  readonly namesOther?: boolean;
}

/** Why nothing in a part can be used. */
export interface Failed {
  readonly kind: 'failed';
  readonly reason: UncheckedReason;
  readonly namesOther?: boolean;
  readonly protectedIdentity?: boolean;
}

/** What names somebody else is not read. */
export const NAMES_OTHER: Failed = { kind: 'failed', reason: 'unreadable', namesOther: true };

/** What names nobody, where the schema says that it must, or somebody who cannot be made out, is not read either. */
export const NAMES_NOBODY: Failed = { kind: 'failed', reason: 'unreadable' };

/** A part that could not be used. `told` says so of each of its sources. */
export function failedPart<Told extends Source | BackgroundBlock>(
  { namesOther = false, protectedIdentity = false }: Failed,
  ...told: readonly Told[]
): Part<Told> {
  return { told, protectedIdentity, ...(namesOther && { namesOther }) };
}

/** Of an agency that cannot tell that an identity is protected. */
export function open<Told>(told: Told): Part<Told> {
  return { told: [told], protectedIdentity: false };
}
