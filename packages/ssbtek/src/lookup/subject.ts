import type { Period, SourceCode, sourceThatFailed } from '@medborgarnavet/model';
import type { Agency, AgencyBlocks } from '../envelope.ts';
import type { Part } from '../part.ts';
import type { Need } from '../question.ts';

/** What has to be known of the question to read an answer. */
export interface Context {
  readonly personnummer: string;
  readonly version: 10 | 11;
  /** The time that CSN is asked about, where it is shorter than the question's own. */
  readonly csnAsked: Period | undefined;
}

/** An agency that can be asked, the sources that it answers for, and what its part of an answer becomes. */
export interface AgencyCall<Told> {
  readonly agency: Agency;
  readonly sources: readonly SourceCode[];
  readonly decode: (answer: AgencyBlocks, context: Context) => Part<Told>;
}

/** What can be asked about. */
export interface Subject<Told> {
  readonly about: Need['about'];
  readonly calls: readonly AgencyCall<Told>[];
  readonly failed: (...failure: Parameters<typeof sourceThatFailed>) => Told;
}
