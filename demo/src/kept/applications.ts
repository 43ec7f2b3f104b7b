import {
  auditedDeed,
  CaseClosed,
  RecordRefused,
  type Audit,
  type Case,
  type DraftStore,
  type RecordKind,
  type Standing,
  type Submissions,
  type Vault,
} from '@medborgarnavet/host';
import { handedInApplication, openApplication, type Application } from '../application.ts';
import type { TestPerson } from '../session.ts';
import { readContent, readPointer, writeContent, writePointer, type ReadContent } from './content.ts';

/** Under this name lies which application a person has: it is found without listing or searching. */
const OPEN = 'oppen';
const KIND = 'application';
/** Of several saves at the same time each attempt lets at least one through. */
const ATTEMPTS = 20;

export type Person = Pick<TestPerson, 'personnummer'>;

/** How an application stands. */
export interface Kept {
  readonly application: Application;
  /** When there is something in it that the person may want to go on with. */
  readonly begun?: Begun;
}

export interface Begun {
  readonly savedAt: Date;
  readonly expiresAt: Date;
  /** The field that the person was at when it was last saved while they wrote. */
  readonly at?: string;
}

/** The application of each person, in the kommunikationsyta. */
export interface KeptApplications {
  /** The one that the person has open, or else has handed in lately, or else a new one, which is then kept. */
  open(person: Person): Promise<Kept>;
  /**
   * Saves a change of the application with this reference. When it has been changed elsewhere meanwhile, the change is made to
   * what was saved there. Undefined when the person has it open no longer.
   */
  change(
    person: Person,
    reference: string,
    how: (application: Application) => Application,
  ): Promise<Application | undefined>;
  /**
   * Forgets all that is kept of it, unless the person has another one, so that the next to be opened is a new one. In the audit it is that
   * what was written, and what was fetched, has been taken away.
   */
  remove(person: Person, reference: string): Promise<void>;
}

export interface KeptOptions {
  readonly vault: Vault;
  readonly submissions: Pick<Submissions, 'receiptOf'>;
  readonly drafts: Pick<DraftStore, 'find'>;
  readonly audit: Audit;
  readonly clock: () => Date;
  /** Told of the kind of what could not be read, which is then treated as not there. */
  readonly onUnreadable: (kind: string) => void;
}

export function keptApplications({
  vault,
  submissions,
  drafts,
  audit,
  clock,
  onUnreadable,
}: KeptOptions): KeptApplications {
  const of = ({ personnummer }: Person, reference: string) => ({ personnummer, reference });

  /** What is kept under a name, if it can be read. */
  async function read<T>(person: Person, name: string, parse: (bytes: Uint8Array) => T | undefined) {
    try {
      const kept = await vault.read(of(person, name), KIND);
      if (!kept) return undefined;
      const content = parse(kept.content);
      if (!content) onUnreadable('application-unreadable');
      return content && { content, expiresAt: new Date(kept.expiresAt) };
    } catch (error) {
      if (!(error instanceof RecordRefused)) throw error;
      onUnreadable(`application-${error.reason}`);
      return undefined;
    }
  }

  const referenceOf = async (person: Person) => (await read(person, OPEN, readPointer))?.content;

  async function find(person: Person, reference: string): Promise<Kept | undefined> {
    const kept = await read(person, reference, readContent);
    if (kept) return { application: kept.content.application, ...(await begun(person, kept)) };
    const receipt = await submissions.receiptOf(of(person, reference));
    return receipt && { application: handedInApplication(receipt) };
  }

  /** Handed in or removed meanwhile: then it is not written, and not there when it is looked for again. */
  async function writeTo(its: Case, content: Uint8Array, standing: Standing): Promise<boolean> {
    try {
      return (await vault.write(its, KIND, content, standing)) !== undefined;
    } catch (error) {
      if (error instanceof CaseClosed) return false;
      throw error;
    }
  }

  async function begun(
    person: Person,
    { content: { application, savedAt }, expiresAt }: { content: ReadContent; expiresAt: Date },
  ): Promise<Pick<Kept, 'begun'>> {
    const { written, incomes, reference } = application;
    const its = of(person, reference);
    const draft = await drafts.find(its);
    const isBegun =
      written.size > 0 ||
      incomes !== undefined ||
      draft !== undefined ||
      (await vault.standing(its, 'statement')).isKept;
    if (!isBegun) return {};
    const times = [savedAt.getTime(), Date.parse(draft?.savedAt ?? savedAt.toISOString())];
    const at = draft?.at;
    return { begun: { savedAt: new Date(Math.max(...times)), expiresAt, ...(at !== undefined && { at }) } };
  }

  return {
    async open(person) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const { isKept } = await vault.standing(of(person, OPEN), KIND);
        const reference = await referenceOf(person);
        const found = reference === undefined ? undefined : await find(person, reference);
        if (found) return found;
        const now = clock();
        const application = openApplication(now);
        const its = of(person, application.reference);
        await vault.write(its, KIND, writeContent(application, now), await vault.standing(its, KIND));
        // What leads nowhere any more, with the limit that it has.
        if (isKept) await vault.forget(of(person, OPEN));
        const pointer = writePointer(application.reference);
        const standing = await vault.standing(of(person, OPEN), KIND);
        if (!standing.isKept && (await vault.write(of(person, OPEN), KIND, pointer, standing)))
          return { application };
        await vault.removeAll(its);
      }
      throw new Error('The application is being opened elsewhere all the time.');
    },
    async change(person, reference, how) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const standing = await vault.standing(of(person, reference), KIND);
        const found = await read(person, reference, readContent);
        if (!found) return undefined;
        const application = how(found.content.application);
        const content = writeContent(application, clock());
        if (await writeTo(of(person, reference), content, standing)) return application;
      }
      throw new Error('The application is being changed elsewhere all the time.');
    },
    async remove(person, reference) {
      if ((await referenceOf(person)) !== reference) return;
      const its = of(person, reference);
      const isKept = async (kind: RecordKind) => (await vault.standing(its, kind)).isKept;
      const isWritten = (await isKept(KIND)) || (await isKept('draft'));
      // With marks, so that a fetch that is under way brings nothing back.
      const remove = () => vault.removeAll(its);
      const withdraw = (await isKept('statement'))
        ? () => auditedDeed({ audit, of: its, action: 'income-withdraw' }, remove)
        : remove;
      await (isWritten ? auditedDeed({ audit, of: its, action: 'draft-delete' }, withdraw) : withdraw());
      await vault.forget(of(person, OPEN));
    },
  };
}
