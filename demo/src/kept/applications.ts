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
import { KeptUnreadable, type Unreadable } from './unreadable.ts';

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
  /**
   * The one that the person has open, or else has handed in lately, or else a new one, which is then kept.
   * @throws KeptUnreadable when there is one, or a draft of it, that cannot be read. It is left as it is.
   */
  open(person: Person): Promise<Kept>;
  /**
   * Saves a change of the application with this reference. When it has been changed elsewhere meanwhile, the change is made to
   * what was saved there. Undefined when the person has it open no longer.
   * @throws KeptUnreadable
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
  /** Takes away what the person has been told cannot be read, unless it can be, so that they can go on without it. */
  removeUnreadable(person: Person, what: Unreadable): Promise<void>;
}

export interface KeptOptions {
  readonly vault: Vault;
  readonly submissions: Pick<Submissions, 'receiptOf'>;
  readonly drafts: Pick<DraftStore, 'find' | 'remove'>;
  readonly audit: Audit;
  readonly clock: () => Date;
  /** Told of the kind of what could not be read, each time that it was tried. */
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

  /** What is read. What is not what was written is told of, and thrown as what it is to the person. */
  async function reading<T>(what: Unreadable, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof RecordRefused)) throw error;
      onUnreadable(`${what}-${error.reason}`);
      throw new KeptUnreadable(what, error.reason);
    }
  }

  /** What is kept under a name. */
  const read = <T>(
    what: Unreadable,
    its: Case,
    parse: (bytes: Uint8Array) => T | undefined,
  ): Promise<{ content: T; expiresAt: Date } | undefined> =>
    reading(what, async () => {
      const kept = await vault.read(its, KIND);
      if (!kept) return undefined;
      const content = parse(kept.content);
      if (content === undefined) throw new RecordRefused('changed');
      return { content, expiresAt: new Date(kept.expiresAt) };
    });

  const referenceOf = async (person: Person) =>
    (await read('pointer', of(person, OPEN), readPointer))?.content;

  async function find(person: Person, reference: string): Promise<Kept | undefined> {
    const its = of(person, reference);
    const kept = await read('application', its, readContent);
    if (kept) return { application: kept.content.application, ...(await begun(person, kept)) };
    const receipt = await reading('receipt', () => submissions.receiptOf(its));
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
    const draft = await reading('draft', () => drafts.find(its));
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

  async function open(person: Person): Promise<Kept> {
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
  }

  async function remove(person: Person, reference: string): Promise<void> {
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
  }

  /** What of the person's cannot be read, if anything. */
  async function unreadableOf(person: Person): Promise<Unreadable | undefined> {
    try {
      const { application } = await open(person);
      await reading('statement', () => vault.read(of(person, application.reference), 'statement'));
      return undefined;
    } catch (error) {
      if (error instanceof KeptUnreadable) return error.what;
      throw error;
    }
  }

  return {
    open,
    remove,
    async change(person, reference, how) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const standing = await vault.standing(of(person, reference), KIND);
        const found = await read('application', of(person, reference), readContent);
        if (!found) return undefined;
        const application = how(found.content.application);
        const content = writeContent(application, clock());
        if (await writeTo(of(person, reference), content, standing)) return application;
      }
      throw new Error('The application is being changed elsewhere all the time.');
    },
    async removeUnreadable(person, what) {
      // Pressed twice, or mended meanwhile: what can be read is not taken away.
      if ((await unreadableOf(person)) !== what) return;
      if (what === 'pointer') return vault.forget(of(person, OPEN));
      const reference = await referenceOf(person);
      if (reference === undefined) return;
      const its = of(person, reference);
      if (what === 'draft')
        return auditedDeed({ audit, of: its, action: 'draft-delete' }, () => drafts.remove(its));
      if (what === 'statement')
        return auditedDeed({ audit, of: its, action: 'income-withdraw' }, () =>
          vault.remove(its, 'statement'),
        );
      return remove(person, reference);
    },
  };
}
