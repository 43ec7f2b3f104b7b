-- Who did what in which case. Subject and application are pseudonyms, detail is JSON of fixed words. Instants are milliseconds since 1970 in UTC.
CREATE TABLE audit_entry (
  sequence INTEGER NOT NULL PRIMARY KEY CHECK (sequence >= 1),
  at INTEGER NOT NULL,
  subject TEXT NOT NULL,
  application TEXT NOT NULL,
  action TEXT NOT NULL,
  outcome TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX audit_entry_case ON audit_entry (subject, application);
CREATE INDEX audit_entry_at ON audit_entry (at);

-- One row: the last entry that was written, and the last one that was taken away at the end of its retention.
CREATE TABLE audit_chain (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  last_sequence INTEGER NOT NULL,
  last_hash TEXT NOT NULL,
  cut_sequence INTEGER NOT NULL,
  cut_hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_chain VALUES (1, 0, '', 0, '');
