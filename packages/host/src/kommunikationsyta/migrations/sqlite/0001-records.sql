-- Instants are milliseconds since 1970 in UTC. Subject and application are pseudonyms.
CREATE TABLE kommunikationsyta_case (
  subject TEXT NOT NULL,
  application TEXT NOT NULL,
  expires_at INTEGER NOT NULL CHECK (expires_at BETWEEN 1 AND 9007199254740991),
  PRIMARY KEY (subject, application)
) STRICT, WITHOUT ROWID;

CREATE INDEX kommunikationsyta_case_expires_at ON kommunikationsyta_case (expires_at);

CREATE TABLE kommunikationsyta_record (
  subject TEXT NOT NULL,
  application TEXT NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9007199254740991),
  removal INTEGER NOT NULL CHECK (removal BETWEEN 0 AND 9007199254740991),
  key_id TEXT,
  wrapped_key BLOB,
  content BLOB,
  PRIMARY KEY (subject, application, kind),
  FOREIGN KEY (subject, application) REFERENCES kommunikationsyta_case ON DELETE CASCADE
) STRICT;

CREATE TABLE kommunikationsyta_count (version INTEGER NOT NULL) STRICT;
INSERT INTO kommunikationsyta_count VALUES (0);
