-- What has been handed in and is on its way to the municipality. Tells nothing of whose it is. Instants are milliseconds since 1970 in UTC.
CREATE TABLE kommunikationsyta_outbox (
  id TEXT NOT NULL PRIMARY KEY,
  key_id TEXT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  content BYTEA NOT NULL,
  handed_in_at BIGINT NOT NULL CHECK (handed_in_at BETWEEN 1 AND 9007199254740991),
  due_at BIGINT NOT NULL CHECK (due_at BETWEEN 1 AND 9007199254740991),
  attempts BIGINT NOT NULL CHECK (attempts BETWEEN 0 AND 9007199254740990)
);

CREATE INDEX kommunikationsyta_outbox_due_at ON kommunikationsyta_outbox (due_at);
