import type { Agency } from './envelope.ts';
import type { CertificateWarning } from './tls.ts';

/** What people who run the service must be told. No address, no name and nothing of a person in it. */
export type SsbtekWarning =
  | CertificateWarning
  /**
   * An alarm: an agency, or what lies between, has answered about somebody else than who was asked about. Nothing of that
   * answer was told. Two persons are mixed up somewhere: find out where before anything else.
   */
  | { readonly kind: 'names-other'; readonly agency: Agency };
