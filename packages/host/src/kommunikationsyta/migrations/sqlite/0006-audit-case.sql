-- The newest entry of each case, with what shows that it was written by who has the key. A case gets its row with its next entry.
CREATE TABLE audit_case (
  subject TEXT NOT NULL,
  application TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  proof TEXT NOT NULL,
  PRIMARY KEY (subject, application)
) STRICT;

CREATE INDEX audit_case_sequence ON audit_case (sequence);
