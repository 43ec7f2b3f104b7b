// Every statement that is ever run, in the SQL that both dialects have. Each on records names the subject and the application,
// except the purge's, which know only the limit and read nothing. Those of the outbox know only what is due, and the audit's
// nothing of what is kept.

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
  forgetCase: `DELETE FROM kommunikationsyta_case WHERE ${ONE_CASE}`,
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
  // A lease that ends later than one can from now is from a clock that was ahead.
  leasePurge: `UPDATE kommunikationsyta_purge SET owner = $1, leased_until = $3
    WHERE leased_until <= $2 OR leased_until > $3 RETURNING done_at`,
  purged: 'UPDATE kommunikationsyta_purge SET done_at = $2 WHERE owner = $1',
  endPurge: 'UPDATE kommunikationsyta_purge SET leased_until = 0 WHERE owner = $1',
  readPurge: 'SELECT done_at FROM kommunikationsyta_purge',
};

/** Of keys. Those that look for what is encrypted with one tell nothing of whose it is but pseudonyms, and give no content. */
const keys = {
  readKeyProofs: 'SELECT purpose, id, proof FROM kommunikationsyta_key',
  keepKeyProof:
    'INSERT INTO kommunikationsyta_key (purpose, id, proof) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
  keysOfRecords: `SELECT DISTINCT key_id FROM kommunikationsyta_record JOIN kommunikationsyta_case USING (subject, application)
    WHERE key_id IS NOT NULL AND expires_at > $1`,
  recordsOfKey: `SELECT subject, application, kind, version, removal, expires_at, wrapped_key
    FROM kommunikationsyta_record JOIN kommunikationsyta_case USING (subject, application) WHERE key_id = $1 LIMIT 5`,
  keysOfOutbox: 'SELECT DISTINCT key_id FROM kommunikationsyta_outbox',
  outboxOfKey: 'SELECT id, handed_in_at, wrapped_key FROM kommunikationsyta_outbox WHERE key_id = $1 LIMIT 5',
};

const outbox = {
  putInOutbox: `INSERT INTO kommunikationsyta_outbox (id, key_id, wrapped_key, content, handed_in_at, due_at, attempts)
    VALUES ($1, $2, $3, $4, $5, $5, 0)`,
  settle: 'DELETE FROM kommunikationsyta_outbox WHERE id = $1 AND attempts = $2',
  postpone: 'UPDATE kommunikationsyta_outbox SET due_at = $3 WHERE id = $1 AND attempts = $2',
  waiting: 'SELECT count(*) AS count, min(handed_in_at) AS oldest FROM kommunikationsyta_outbox',
};

/** Takes the one that has been due the longest. Two servers never take the same. */
const lease = (
  held: string,
): string => `UPDATE kommunikationsyta_outbox SET due_at = $2, attempts = attempts + 1
    WHERE id = (SELECT id FROM kommunikationsyta_outbox WHERE due_at <= $1 ORDER BY due_at, id LIMIT 1${held})
    RETURNING id, key_id, wrapped_key, content, handed_in_at, attempts`;

const ENTRY = 'subject, application, action, outcome, detail, hash';
// As text, so that a number that is none can be told of as that.
const READ_ENTRY = `CAST(sequence AS TEXT) AS sequence, CAST(at AS TEXT) AS at, ${ENTRY}`;
const READ_CHAIN =
  'CAST(last_sequence AS TEXT) AS last_sequence, last_hash, CAST(cut_sequence AS TEXT) AS cut_sequence, cut_hash';
const READ_CASE_END = 'CAST(audit_case.sequence AS TEXT) AS end_sequence, audit_case.proof AS end_proof';

const audit = {
  appendEntry: `INSERT INTO audit_entry (sequence, at, ${ENTRY}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
  moveLast: 'UPDATE audit_chain SET last_sequence = $1, last_hash = $2',
  // One statement, so that all of it is from one instant. There is one row when the case has no entries.
  readCaseRows: `SELECT ${READ_CHAIN}, ${READ_CASE_END}, CAST(own.sequence AS TEXT) AS sequence, CAST(own.at AS TEXT) AS at,
    own.subject, own.application, own.action, own.outcome, own.detail, own.hash, earlier.hash AS hash_before
    FROM audit_chain
    LEFT JOIN audit_case ON audit_case.subject = $1 AND audit_case.application = $2
    LEFT JOIN (SELECT * FROM audit_entry WHERE ${ONE_CASE} ORDER BY sequence DESC LIMIT $3) AS own ON true
    LEFT JOIN audit_entry AS earlier ON earlier.sequence = own.sequence - 1
    ORDER BY own.sequence`,
  readCaseEnd: `SELECT ${READ_CASE_END} FROM audit_case WHERE ${ONE_CASE}`,
  moveCaseEnd: `INSERT INTO audit_case (subject, application, sequence, proof) VALUES ($1, $2, $3, $4)
    ON CONFLICT (subject, application) DO UPDATE SET sequence = excluded.sequence, proof = excluded.proof`,
  dropCaseEnds: 'DELETE FROM audit_case WHERE sequence <= $1',
  entriesAfter: `SELECT ${READ_ENTRY} FROM audit_entry WHERE sequence > $1 ORDER BY audit_entry.sequence LIMIT $2`,
  readChain: `SELECT ${READ_CHAIN} FROM audit_chain`,
  moveCut: 'UPDATE audit_chain SET cut_sequence = $1, cut_hash = $2',
  dropEntries: 'DELETE FROM audit_entry WHERE sequence <= $1',
};

/** What differs: how something is held until the transaction ends, and how a version is drawn. */
export interface Sql extends Readonly<
  Record<
    keyof typeof shared | keyof typeof purge | keyof typeof outbox | keyof typeof audit | keyof typeof keys,
    string
  >
> {
  readonly holdCase: string;
  readonly nextVersion: string;
  readonly lease: string;
  readonly holdChain: string;
}

const common = { ...shared, ...purge, ...outbox, ...audit, ...keys };

/** A SQLite transaction that begins as a writer holds the whole database. */
export const SQLITE: Sql = {
  ...common,
  holdCase: shared.readCase,
  nextVersion: 'UPDATE kommunikationsyta_count SET version = version + 1 RETURNING version',
  lease: lease(''),
  holdChain: audit.readChain,
};

export const POSTGRESQL: Sql = {
  ...common,
  holdCase: `${shared.readCase} FOR UPDATE`,
  nextVersion: "VALUES (nextval('kommunikationsyta_count'))",
  lease: lease(' FOR UPDATE SKIP LOCKED'),
  holdChain: `${audit.readChain} FOR UPDATE`,
};

/** The statements that may leave out whose record it is: they read none. */
export const PURGE_STATEMENTS: readonly (keyof Sql)[] = [
  'destroyExpiredKeys',
  'dropExpiredCases',
  'dropContentsWithoutKey',
];

/** The statements on what is kept that look for it by its key: they say which key, and whether it is the right one. */
export const KEY_STATEMENTS: readonly (keyof Sql)[] = ['keysOfRecords', 'recordsOfKey'];
