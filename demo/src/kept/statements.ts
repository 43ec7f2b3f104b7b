import { RecordRefused, vaultStatements, type Seal, type StatementsOf } from '@medborgarnavet/host';
import { OPEN, type KeptOptions } from './applications.ts';

/**
 * Fetched statements, beside the application that they were fetched for: they have its limit, and go when it goes. The seal
 * tells whether a statement is of the application that is asked about.
 */
export function keptStatements(
  { vault, onUnreadable }: Pick<KeptOptions, 'vault' | 'onUnreadable'>,
  seal: Seal,
): StatementsOf {
  const inVault = vaultStatements(vault);
  return (person) => {
    const store = inVault(person);
    return {
      generation: () => store.generation(OPEN),
      save: (_reference, statement, generation) => store.save(OPEN, statement, generation),
      remove: () => store.remove(OPEN),
      async find(reference) {
        try {
          const statement = await store.find(OPEN);
          return statement && (await seal.verify(statement, reference)) ? statement : undefined;
        } catch (error) {
          if (!(error instanceof RecordRefused)) throw error;
          onUnreadable(`statement-${error.reason}`);
          return undefined;
        }
      },
    };
  };
}
