-- One row: which server is at the purge and until when that holds, and when one was last done. Instants are milliseconds since 1970 in UTC.
CREATE TABLE kommunikationsyta_purge (
  one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
  owner TEXT NOT NULL,
  leased_until BIGINT NOT NULL,
  done_at BIGINT NOT NULL
);
INSERT INTO kommunikationsyta_purge VALUES (1, '', 0, 0);
