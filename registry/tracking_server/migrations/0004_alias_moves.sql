-- Which version an alias named before and after, by the name of its model, which may be deleted
-- since. A version is NULL where the alias was not there.

CREATE TABLE alias_moves (
  move_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  alias TEXT NOT NULL,
  time INTEGER NOT NULL,
  from_version INTEGER,
  to_version INTEGER
);

CREATE INDEX alias_moves_by_name ON alias_moves (name, alias);
