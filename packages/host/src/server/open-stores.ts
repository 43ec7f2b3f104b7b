import { databaseSentence } from '../kommunikationsyta/database-sentence.ts';
import { loadPostgresStore } from '../kommunikationsyta/load-postgres-store.ts';
import type { Stores } from '../kommunikationsyta/record-store.ts';

/** `postgres://…`, or the path of SQLite's file. */
export type Database =
  { readonly kind: 'postgresql'; readonly url: string } | { readonly kind: 'sqlite'; readonly file: string };

/**
 * Opens the database, and loads what is needed for that one only.
 * @throws Error with one sentence, which holds nothing of the address.
 */
export async function openStores(database: Database): Promise<Stores> {
  try {
    if (database.kind === 'postgresql') {
      const { openPostgresStore } = await loadPostgresStore();
      return await openPostgresStore({ connection: { connectionString: database.url } });
    }
    const { openSqliteStore } = await import('../kommunikationsyta/sqlite-store.ts');
    return await openSqliteStore({ file: database.file });
  } catch (error) {
    throw databaseSentence(error);
  }
}
