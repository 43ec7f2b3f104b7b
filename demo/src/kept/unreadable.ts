import { RecordRefused } from '@medborgarnavet/host';

/**
 * What is kept and cannot be read. `pointer` is what tells which application a person has: without it nothing is known of the
 * application but that there is one, or has been.
 */
export const UNREADABLE = ['pointer', 'application', 'receipt', 'draft', 'statement'] as const;
export type Unreadable = (typeof UNREADABLE)[number];

/** The person has to be told, and nothing is put in its place before they say so. */
export class KeptUnreadable extends RecordRefused {
  readonly what: Unreadable;

  constructor(what: Unreadable, reason: RecordRefused['reason']) {
    super(reason);
    this.what = what;
  }
}

export function asUnreadable(posted: string | null): Unreadable | undefined {
  return UNREADABLE.find((each) => each === posted);
}
