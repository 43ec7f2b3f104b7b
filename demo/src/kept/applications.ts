import { RecordRefused, type Vault } from '@medborgarnavet/host';
import { openApplication, type Application } from '../application.ts';
import type { TestPerson } from '../session.ts';
import { readContent, writeContent, type ReadContent } from './content.ts';

/** The one application that a person has open: it is found by this name, without listing or searching. */
export const OPEN = 'oppen';
const KIND = 'draft';
/** Of several saves at the same time each attempt lets at least one through. */
const ATTEMPTS = 20;

export type Person = Pick<TestPerson, 'personnummer'>;

/** How a kept application stands. */
export interface Kept extends ReadContent {
  /** When it is removed, whatever happens. */
  readonly expiresAt: Date;
}

/** The open application of each person, in the kommunikationsyta. */
export interface KeptApplications {
  /** The one that the person has open, or else a new one, which is then kept. */
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
  /** The same, and then forgets all that is kept of it: what it was is only in the answer. */
  handIn(
    person: Person,
    reference: string,
    how: (application: Application) => Application,
  ): Promise<Application | undefined>;
  /** Forgets all that is kept of it, unless the person has another one open. */
  remove(person: Person, reference: string): Promise<void>;
}

export interface KeptOptions {
  readonly vault: Vault;
  readonly clock: () => Date;
  /** Told of the kind of what could not be read, which is then treated as not there. */
  readonly onUnreadable: (kind: string) => void;
}

export function keptApplications({ vault, clock, onUnreadable }: KeptOptions): KeptApplications {
  const of = ({ personnummer }: Person) => ({ personnummer, reference: OPEN });

  async function find(person: Person): Promise<Kept | undefined> {
    try {
      const kept = await vault.read(of(person), KIND);
      if (!kept) return undefined;
      const read = readContent(kept.content);
      if (!read) onUnreadable('application-unreadable');
      // Handing in was cut off before it was forgotten.
      if (!read || isHandedIn(read.application)) return undefined;
      return { ...read, expiresAt: new Date(kept.expiresAt) };
    } catch (error) {
      if (!(error instanceof RecordRefused)) throw error;
      onUnreadable(`application-${error.reason}`);
      return undefined;
    }
  }

  /** Compares and swaps until nobody else has been faster. Without a next one, what is there stays. */
  async function save(
    person: Person,
    nextOf: (found: Kept | undefined) => Application | undefined,
  ): Promise<Kept | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const standing = await vault.standing(of(person), KIND);
      const found = await find(person);
      const application = nextOf(found);
      if (!application || application === found?.application) return application && found;
      const savedAt = clock();
      const written = await vault.write(of(person), KIND, writeContent(application, savedAt), standing);
      if (written) return { application, savedAt, expiresAt: new Date(written.expiresAt) };
    }
    throw new Error('The application is being changed elsewhere all the time.');
  }

  const change: KeptApplications['change'] = async (person, reference, how) => {
    const saved = await save(person, (found) =>
      found?.application.reference === reference ? how(found.application) : undefined,
    );
    return saved?.application;
  };

  return {
    change,
    async open(person) {
      const found = (await find(person)) ?? (await save(person, openOr(clock)));
      if (!found) throw new Error('No application could be opened.');
      return found;
    },
    async handIn(person, reference, how) {
      // Saved first: of two that hand in at the same time, one does.
      let handedIn: Application | undefined;
      if (!(await change(person, reference, (application) => (handedIn = how(application)))))
        return undefined;
      await vault.removeAll(of(person));
      return handedIn;
    },
    async remove(person, reference) {
      if ((await find(person))?.application.reference === reference) await vault.removeAll(of(person));
    },
  };
}

const openOr =
  (clock: () => Date) =>
  (found: Kept | undefined): Application =>
    found?.application ?? openApplication(clock());

function isHandedIn({ events }: Application): boolean {
  return events.some(({ kind }) => kind === 'handed-in');
}
