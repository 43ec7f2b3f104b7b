import type { DraftStore } from '@medborgarnavet/host';
import { withNothingWritten } from '../application.ts';
import type { KeptApplications } from './applications.ts';

/** Drafts of what is not saved by a button yet. Who has it deleted has what is saved deleted as well: to them it is one thing. */
export function keptDrafts(drafts: DraftStore, applications: Pick<KeptApplications, 'change'>): DraftStore {
  return {
    ...drafts,
    async remove(of) {
      await drafts.remove(of);
      await applications.change(of, of.reference, withNothingWritten);
    },
  };
}
