import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSeal,
  createSubmissionSigner,
  databaseSentence,
  fileHeads,
  isWithoutKeys,
  startKommunikationsyta,
  type Kommunikationsyta,
  type Seal,
  type Stores,
} from '@medborgarnavet/host';
import { EXEMPELKOPING } from '../income-host.ts';
import { folderCaseSystem } from './case-system.ts';
import { hostForm } from './form.ts';
import { demoKeys, demoSigningKey, sealKey } from './keys.ts';

/** Where everything that is kept lies. */
export interface PlaceOptions {
  /** The folder of the database and, without `databaseUrl` and keys of the environment, all there is. Made when it is not there. */
  readonly dataDirectory: string;
  /** `postgres://…`, for PostgreSQL instead of a file in the folder. */
  readonly databaseUrl?: string;
  /** Where keys are looked for before the folder: `KOMMUNIKATIONSYTA_KEYS` or `KOMMUNIKATIONSYTA_KEYS_FILE`. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface Place extends Kommunikationsyta {
  /** What was sealed before a restart is known after it. */
  readonly seal: Seal;
  /** Rejects when the database does not answer. */
  readonly check: Stores['check'];
}

/**
 * Opens the kommunikationsyta, and from now on purges it and delivers what has been handed in.
 * @throws Error with a sentence for people when the keys or the database cannot be used.
 */
export async function openPlace(
  { dataDirectory, databaseUrl, environment = {} }: PlaceOptions,
  clock: () => Date,
  onFailure: (what: string) => void = () => undefined,
): Promise<Place> {
  const name = databaseUrl === undefined ? 'DATA_DIR' : 'DATABASE_URL';
  const stores = await openStore(dataDirectory, databaseUrl).catch((error: unknown) => tell(name, error));
  try {
    // Keys that were made beside a database that has been written with others would open nothing in it.
    const isNew = await isWithoutKeys(stores).catch((error: unknown) => tell(name, error));
    const keys = telling('DATA_DIR', () => demoKeys(environment, dataDirectory, isNew));
    const signer = createSubmissionSigner(
      telling('DATA_DIR', () => demoSigningKey(environment, dataDirectory, isNew)),
    );
    const seal = createSeal(sealKey(keys), 'demo-1');
    const kommunikationsyta: Kommunikationsyta = await startKommunikationsyta({
      ...{ stores, keys, seal, signer, clock, onFailure },
      heads: fileHeads(join(dataDirectory, 'audit-head')),
      deliver: folderCaseSystem(join(dataDirectory, 'arendesystem')),
      form: hostForm(() => kommunikationsyta),
      municipality: EXEMPELKOPING.ingivare.namn,
      newId: () => randomUUID(),
    });
    return { ...kommunikationsyta, seal, check: stores.check };
  } catch (error) {
    await stores.close();
    throw error;
  }
}

function telling<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    return tell(name, error);
  }
}

function tell(name: string, error: unknown): never {
  throw databaseSentence(error, `What ${name} names`);
}

/** Each database is loaded only where it is used. */
async function openStore(dataDirectory: string, databaseUrl: string | undefined): Promise<Stores> {
  if (databaseUrl !== undefined) {
    if (!/^postgres(ql)?:\/\//.test(databaseUrl)) throw new Error('DATABASE_URL must begin with postgres://');
    const { openPostgresStore } = await import('@medborgarnavet/host/postgresql.ts');
    return openPostgresStore({ connection: { connectionString: databaseUrl } });
  }
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const { openSqliteStore } = await import('@medborgarnavet/host/sqlite.ts');
  return openSqliteStore({ file: join(dataDirectory, 'kommunikationsyta.sqlite') });
}
