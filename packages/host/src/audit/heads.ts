import type { ChainLink } from './audit-store.ts';

/**
 * The head of the chain as one server last wrote it, kept where nobody who can write in the database can. What is in the database
 * alone cannot show that its end has been cut off, or that all of it is from yesterday.
 */
export interface AuditHeads {
  /** Undefined when none has been kept. @throws HeadsUnreadable */
  read(): Promise<ChainLink | undefined>;
  /** Keeps a head in place of an earlier one, and never in place of a later one. It is then on disk. */
  keep(head: ChainLink): Promise<void>;
}

/** A head that is not there, or is not one. Its sentence is for who runs the host. */
export class HeadsUnreadable extends Error {
  override readonly name = 'HeadsUnreadable';
}
