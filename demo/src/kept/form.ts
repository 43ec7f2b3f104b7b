import type { DraftStore, HostForm, Vault } from '@medborgarnavet/host';
import { incomeMonth } from '../application.ts';
import { describeField } from '../describe-field.ts';
import { INCOMES } from '../incomes.ts';
import { withDraft } from '../with-draft.ts';
import { readContent } from './content.ts';

/** What the municipality knows of its own form, whatever a page says of it. */
export function hostForm(kept: () => { readonly vault: Vault; readonly drafts: DraftStore }): HostForm {
  return {
    name: INCOMES,
    fields: describeField,
    async periodOf(of) {
      const { vault, drafts } = kept();
      const record = await vault.read(of, 'application');
      const content = record && readContent(record.content);
      // The month may have been chosen on a page that no button has saved.
      return content && incomeMonth(withDraft(content.application, await drafts.find(of)).application);
    },
  };
}
