import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Dialect = 'sqlite' | 'postgresql';

/** One step of the database's shape. Steps only go forward, and a released one is never changed. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** The steps of a dialect, in order: files `0001-what.sql`, without gaps. Throws Error when there is one. */
export function readMigrations(
  dialect: Dialect,
  folder = new URL('./migrations/', import.meta.url),
): Migration[] {
  const files = readdirSync(new URL(`${dialect}/`, folder)).filter((file) => file.endsWith('.sql'));
  return files.sort().map((file, index) => {
    const version = Number(file.slice(0, 4));
    if (version !== index + 1)
      throw new Error(`There is no step ${index + 1} among the ${dialect} migrations.`);
    return { version, sql: readFileSync(fileURLToPath(new URL(`${dialect}/${file}`, folder)), 'utf8') };
  });
}

/**
 * The steps that a database of this version lacks.
 * @throws Error with one sentence when the database is newer than the program.
 */
export function pendingMigrations(all: readonly Migration[], version: number): readonly Migration[] {
  if (version > all.length) {
    throw new Error(
      `The kommunikationsyta's database has version ${version} and this program knows versions up to ${all.length}: start the newer program.`,
    );
  }
  return all.slice(version);
}
