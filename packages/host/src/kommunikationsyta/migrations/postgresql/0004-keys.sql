-- Which keys belong to this database: an HMAC of a fixed word for each, made with the key itself. Tells nothing of the key.
CREATE TABLE kommunikationsyta_key (
  purpose TEXT NOT NULL,
  id TEXT NOT NULL,
  proof TEXT NOT NULL,
  PRIMARY KEY (purpose, id)
);
