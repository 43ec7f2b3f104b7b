import { RecordRefused, vaultStatements, type StatementsOf } from '@medborgarnavet/host';
import type { KeptOptions } from './applications.ts';
import { KeptUnreadable } from './unreadable.ts';

/**
 * Fetched statements, beside the application that they were fetched for: they have its limit, and go when it goes. One that cannot be
 * read is told of, and is there until the person fetches anew or has it taken away.
 */
export function keptStatements({
  vault,
  onUnreadable,
}: Pick<KeptOptions, 'vault' | 'onUnreadable'>): StatementsOf {
  const inVault = vaultStatements(vault);
  return (person) => {
    const store = inVault(person);
    return {
      ...store,
      async find(reference) {
        try {
          return await store.find(reference);
        } catch (error) {
          if (!(error instanceof RecordRefused)) throw error;
          onUnreadable(`statement-${error.reason}`);
          throw new KeptUnreadable('statement', error.reason);
        }
      },
    };
  };
}
