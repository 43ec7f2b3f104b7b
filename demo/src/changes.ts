import type { DraftStore } from '@medborgarnavet/host';
import type { Application } from './application.ts';
import type { KeptApplications } from './kept/applications.ts';
import type { Session } from './session.ts';
import { withDraft, type WithDraft } from './with-draft.ts';

type How = (application: Application) => Application;

/** Changes of the application that is open, each on disk before it is told of. */
export interface Changes {
  /** The application with what has been kept while the person wrote. Nothing is written by that: a page only shows it. */
  withDraft(session: Session): Promise<WithDraft>;
  /** False when the application is open no longer: handed in or removed, here or in another browser. */
  change(session: Session, how: How): Promise<boolean>;
  /** Opens the next one when this one is handed in. Pressed twice, it must not throw away what has been begun. */
  next(session: Session): Promise<void>;
  /** Forgets the one with this reference, and opens a new one. */
  startOver(session: Session, reference: string): Promise<void>;
}

export function changesOf(applications: KeptApplications, drafts: Pick<DraftStore, 'find'>): Changes {
  const open = async (session: Session): Promise<void> => {
    const { reference } = session.application;
    const { application } = await applications.open(session.person);
    Object.assign(session, { application, after: reference, begun: undefined, refused: undefined });
  };
  async function change(session: Session, how: How): Promise<boolean> {
    const { person, application } = session;
    if (application.handedIn) return false;
    const changed = await applications.change(person, application.reference, how);
    if (!changed) return false;
    if (session.application.reference === changed.reference && !session.application.handedIn)
      Object.assign(session, { application: changed, begun: undefined });
    return true;
  }
  return {
    change,
    async withDraft({ person, application }) {
      const { personnummer } = person;
      return withDraft(application, await drafts.find({ personnummer, reference: application.reference }));
    },
    async next(session) {
      if (!session.application.handedIn) return;
      await applications.remove(session.person, session.application.reference);
      await open(session);
    },
    async startOver(session, reference) {
      if (session.application.handedIn || session.application.reference !== reference) return;
      await applications.remove(session.person, reference);
      await open(session);
    },
  };
}
