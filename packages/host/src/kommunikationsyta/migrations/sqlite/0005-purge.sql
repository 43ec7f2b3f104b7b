-- One row: which server is at the purge and until when that holds, and when one was last done. Instants are milliseconds since 1970 in UTC.
CREATE TABLE kommunikationsyta_purge (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  owner TEXT NOT NULL,
  leased_until INTEGER NOT NULL,
  done_at INTEGER NOT NULL
) STRICT;
INSERT INTO kommunikationsyta_purge VALUES (1, '', 0, 0);
