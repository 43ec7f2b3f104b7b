/** What people can do about it, by the database's or the system's own code. */
const HINTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at its address',
  EHOSTUNREACH: 'nothing answers at its address',
  ENOTFOUND: 'nothing answers at its address',
  ETIMEDOUT: 'nothing answers at its address',
  '08P01':
    'a pooler in front of it refuses a setting of the connection: take settings such as statement_timeout and options out of DATABASE_URL',
  '28000': 'it does not let this role in',
  '28P01': 'it does not let this role in with this password',
  '3D000': 'there is no database of that name',
  '42501': 'the role may not make or change the tables: it must own them',
  '53300': 'it has no connection left',
  '55P03': 'another server is changing its tables: start again when that is done',
  '57014': 'changing its tables took too long: start again',
  '57P03': 'it is starting or stopping: start again',
  EACCES: 'the file or its folder may not be written',
  EISDIR: 'it is a folder, and not a file',
  ENOENT: 'the folder of the file is not there',
  ENOSPC: 'the disk is full',
  EROFS: 'the file or its folder may not be written',
  SQLITE_BUSY: 'another program holds it',
  SQLITE_FULL: 'the disk is full',
  SQLITE_READONLY: 'the file or its folder may not be written',
  ERR_SQLITE_ERROR: 'the file is not a database, or cannot be written',
};

/**
 * An error of a database that is opened, for who runs the host. What the database or the system says may name anything, so only its
 * code is told; a sentence of ours stays as it is.
 */
export function databaseSentence(error: unknown, what = 'The database'): unknown {
  if (!(error instanceof Error)) return error;
  if ('code' in error && typeof error.code === 'string') {
    const hint = HINTS[error.code];
    return new Error(`${what} cannot be used: ${error.code}${hint === undefined ? '' : ` (${hint})`}.`);
  }
  // The driver's own, without a code.
  if (/timeout|terminated/i.test(error.message))
    return new Error(`${what} cannot be used: it does not answer in time.`);
  return error;
}
