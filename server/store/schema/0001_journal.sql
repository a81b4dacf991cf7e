-- Schema 1 of the data file. Never edited once landed: a change is a new file.

-- A room that is still there is open, finished or not; closed ones are kept for replay.
CREATE TABLE game (
  id     INTEGER PRIMARY KEY,
  code   TEXT NOT NULL,
  state  TEXT NOT NULL CHECK (state IN ('open', 'closed', 'quarantined')),
  reason TEXT NOT NULL DEFAULT ''  -- why it is quarantined
) STRICT;

-- The accepted events of a room, in order, without gaps.
CREATE TABLE entry (
  game   INTEGER NOT NULL REFERENCES game (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  bytes  BLOB NOT NULL,
  PRIMARY KEY (game, number)
) STRICT, WITHOUT ROWID;

-- Final standings of finished matches.
CREATE TABLE result (
  game        INTEGER NOT NULL REFERENCES game (id) ON DELETE CASCADE,
  seat        INTEGER NOT NULL,
  name        TEXT NOT NULL,
  rank        INTEGER NOT NULL,
  points      INTEGER NOT NULL,
  right_count INTEGER NOT NULL,
  PRIMARY KEY (game, seat)
) STRICT, WITHOUT ROWID;

-- The last instant of the server's timeline known to have passed, in microseconds: where the next start goes on.
CREATE TABLE clock (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  now_micros INTEGER NOT NULL
) STRICT;
INSERT INTO clock (id, now_micros) VALUES (1, 0);
