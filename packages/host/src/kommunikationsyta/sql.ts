// Every statement that is ever run on records, in the SQL that both dialects have. Each names the subject and the application,
// except the purge's, which know only the limit and read nothing.

const ONE_CASE = 'subject = $1 AND application = $2';
const ONE_RECORD = `${ONE_CASE} AND kind = $3`;

const shared = {
  dropExpiredCase: `DELETE FROM kommunikationsyta_case WHERE ${ONE_CASE} AND expires_at <= $3`,
  openCase: `INSERT INTO kommunikationsyta_case (subject, application, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
  readCase: `SELECT expires_at FROM kommunikationsyta_case WHERE ${ONE_CASE}`,
  readVersion: `SELECT version FROM kommunikationsyta_record WHERE ${ONE_RECORD}`,
  readRecord: `SELECT expires_at, version, removal, key_id, wrapped_key, content
    FROM kommunikationsyta_record JOIN kommunikationsyta_case USING (subject, application) WHERE ${ONE_RECORD}`,
  writeRecord: `INSERT INTO kommunikationsyta_record (subject, application, kind, version, removal, key_id, wrapped_key, content)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (subject, application, kind) DO UPDATE SET version = excluded.version, removal = excluded.removal,
    key_id = excluded.key_id, wrapped_key = excluded.wrapped_key, content = excluded.content`,
  destroyKey: `INSERT INTO kommunikationsyta_record (subject, application, kind, version, removal)
    VALUES ($1, $2, $3, $4, $4)
    ON CONFLICT (subject, application, kind) DO UPDATE SET version = excluded.version, removal = excluded.removal,
    key_id = NULL, wrapped_key = NULL`,
  dropContent: `UPDATE kommunikationsyta_record SET content = NULL WHERE ${ONE_RECORD} AND wrapped_key IS NULL`,
};

const purge = {
  destroyExpiredKeys: `UPDATE kommunikationsyta_record SET key_id = NULL, wrapped_key = NULL FROM kommunikationsyta_case
    WHERE kommunikationsyta_record.subject = kommunikationsyta_case.subject
    AND kommunikationsyta_record.application = kommunikationsyta_case.application AND expires_at <= $1`,
  dropExpiredCases: 'DELETE FROM kommunikationsyta_case WHERE expires_at <= $1',
  // Of a removal that was cut off between its two steps.
  dropContentsWithoutKey:
    'UPDATE kommunikationsyta_record SET content = NULL WHERE wrapped_key IS NULL AND content IS NOT NULL',
};

/** What differs: how a case is held until the transaction ends, and how a version is drawn. */
export interface Sql extends Readonly<Record<keyof typeof shared | keyof typeof purge, string>> {
  readonly holdCase: string;
  readonly nextVersion: string;
}

/** A SQLite transaction that begins as a writer holds the whole database. */
export const SQLITE: Sql = {
  ...shared,
  ...purge,
  holdCase: shared.readCase,
  nextVersion: 'UPDATE kommunikationsyta_count SET version = version + 1 RETURNING version',
};

export const POSTGRESQL: Sql = {
  ...shared,
  ...purge,
  holdCase: `${shared.readCase} FOR UPDATE`,
  nextVersion: "VALUES (nextval('kommunikationsyta_count'))",
};

/** The statements that may leave out whose record it is: they read none. */
export const PURGE_STATEMENTS: readonly (keyof Sql)[] = [
  'destroyExpiredKeys',
  'dropExpiredCases',
  'dropContentsWithoutKey',
];
