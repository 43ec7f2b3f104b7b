import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { proofOf, PSEUDONYMS } from '../kommunikationsyta/key-proofs.ts';
import { readKeys, type Keys } from '../kommunikationsyta/keys.ts';
import { loadPostgresStore } from '../kommunikationsyta/load-postgres-store.ts';
import type { Stores } from '../kommunikationsyta/record-store.ts';
import type { AuditStore } from './audit-store.ts';
import { isKeyOfChain } from './chain-key.ts';
import { fileHeads } from './file-heads.ts';
import { HeadsUnreadable, type AuditHeads } from './heads.ts';
import { verifyAudit, type AuditFault, type AuditVerdict } from './verify.ts';

const HELP = `audit verify [SQLite file]   is the audit what was written? It tells of no entry.

Environment: DATABASE_URL (PostgreSQL) or DATABASE_FILE (SQLite file), where no file is given;
KOMMUNIKATIONSYTA_KEYS or KOMMUNIKATIONSYTA_KEYS_FILE; AUDIT_HEADS, the servers' files with heads, with commas between.

Exit code: 0 it is, 1 it is not, 2 it could not be looked at.`;

const FAULTS: Readonly<Record<AuditFault, string>> = {
  'entry-changed': 'the entry is not the one that was written',
  'entry-missing': 'the entry is not there',
  'entry-added': 'there is an entry that was not written there',
  'end-changed': 'the chain does not end where the database says',
  'cut-forged': 'the beginning was taken away, and not at the end of its retention',
  'older-than-head': 'a head that was kept apart is of a later entry',
  'not-of-head': 'a head that was kept apart is of another chain',
  unreadable: 'there is what no program has written',
};

type Environment = Readonly<Record<string, string | undefined>>;

export interface AuditCommandParts {
  readonly args: readonly string[];
  readonly env: Environment;
  readonly print: (line: string) => void;
}

/** Why it could not look, in a sentence that may be shown. */
class CannotLook extends Error {}

/** The command of who runs a host. Gives the exit code: 0 intact, 1 broken, 2 it could not look. */
export async function runAuditCommand({ args, env, print }: AuditCommandParts): Promise<number> {
  try {
    const asked = readArguments(args);
    if (asked === 'help') {
      print(HELP);
      return 0;
    }
    const keys = keysIn(env);
    const heads = await headsIn(env);
    const open = storesIn(env, asked.file);
    const verdict = await verify(open, keys, heads);
    print(sentence(verdict));
    return verdict.kind === 'intact' ? 0 : 1;
  } catch (error) {
    const isOurs = error instanceof CannotLook || error instanceof HeadsUnreadable;
    // What the database says may name anything.
    print(isOurs ? error.message : 'The database cannot be read: is it there, and of this version?');
    return 2;
  }
}

async function verify(
  open: () => Promise<Stores>,
  keys: Keys,
  heads: readonly AuditHeads[],
): Promise<AuditVerdict> {
  const stores = await open();
  try {
    // Otherwise another key's audit would be told of as broken.
    if (!(await isKeyOfChain(stores.audit, keys.pseudonyms)) && (await isOtherProof(stores.audit, keys)))
      throw new CannotLook('The key pseudonyms is not the one that this database has been written with.');
    return await verifyAudit({ store: stores.audit, keys, heads });
  } finally {
    await stores.close();
  }
}

async function isOtherProof(store: Pick<AuditStore, 'keyProof'>, { pseudonyms }: Keys): Promise<boolean> {
  const kept = await store.keyProof();
  return kept !== undefined && kept !== proofOf(pseudonyms, PSEUDONYMS).proof;
}

function readArguments(args: readonly string[]): 'help' | { readonly file: string | undefined } {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [task, file, ...more] = positionals;
  if (task !== 'verify' || more.length > 0)
    throw new CannotLook('It is asked for as audit verify: see --help.');
  return { file };
}

function parsed(args: readonly string[]) {
  try {
    const options = { help: { type: 'boolean', default: false } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    throw new CannotLook('There is no such option: see --help.');
  }
}

function keysIn(env: Environment): Keys {
  try {
    return readKeys(env);
  } catch (error) {
    // A sentence that holds no part of a key.
    throw new CannotLook(error instanceof Error ? error.message : 'There are no keys.');
  }
}

async function headsIn({ AUDIT_HEADS = '' }: Environment): Promise<AuditHeads[]> {
  const files = AUDIT_HEADS.split(',')
    .map((file) => file.trim())
    .filter((file) => file !== '');
  if (files.length === 0)
    throw new CannotLook('AUDIT_HEADS must name the files with the heads of the audit (docs/drift.md).');
  const heads = files.map(fileHeads);
  for (const [index, head] of heads.entries())
    if (!(await head.read())) throw new CannotLook(`There is no head of the audit in ${files[index] ?? ''}.`);
  return heads;
}

/** Each database is loaded only where it is used. */
function storesIn(
  { DATABASE_URL: url = '', DATABASE_FILE = '' }: Environment,
  named: string | undefined,
): () => Promise<Stores> {
  if (named === undefined && url !== '' && DATABASE_FILE !== '')
    throw new CannotLook('Set DATABASE_URL or DATABASE_FILE, not both.');
  const file = named ?? DATABASE_FILE;
  if (file !== '') {
    // Opening it would make it.
    if (!existsSync(file)) throw new CannotLook('The database file is not there.');
    return async () => (await import('../kommunikationsyta/sqlite-store.ts')).openSqliteStore({ file });
  }
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new CannotLook('Name a SQLite file, or set DATABASE_URL to postgres://… (docs/drift.md).');
  return async () =>
    (await loadPostgresStore()).openPostgresStore({
      connection: { connectionString: url },
    });
}

function sentence(verdict: AuditVerdict): string {
  if (verdict.kind === 'broken')
    return `The audit is broken at number ${verdict.at}: ${FAULTS[verdict.why]}.`;
  const { entries, last } = verdict;
  return `The audit is intact: ${entries} ${entries === 1 ? 'entry' : 'entries'}, up to number ${last}.`;
}
