-- Instants are milliseconds since 1970 in UTC. Subject and application are pseudonyms.
CREATE TABLE kommunikationsyta_case (
  subject TEXT NOT NULL,
  application TEXT NOT NULL,
  expires_at BIGINT NOT NULL CHECK (expires_at BETWEEN 1 AND 9007199254740991),
  PRIMARY KEY (subject, application)
);

CREATE INDEX kommunikationsyta_case_expires_at ON kommunikationsyta_case (expires_at);

CREATE TABLE kommunikationsyta_record (
  subject TEXT NOT NULL,
  application TEXT NOT NULL,
  kind TEXT NOT NULL,
  version BIGINT NOT NULL CHECK (version BETWEEN 1 AND 9007199254740991),
  removal BIGINT NOT NULL CHECK (removal BETWEEN 0 AND 9007199254740991),
  key_id TEXT,
  wrapped_key BYTEA,
  content BYTEA,
  PRIMARY KEY (subject, application, kind),
  FOREIGN KEY (subject, application) REFERENCES kommunikationsyta_case ON DELETE CASCADE
);

CREATE SEQUENCE kommunikationsyta_count;
