-- Schema 2 of the data file. Never edited once landed: a change is a new file.

-- When a game was closed or set aside, in seconds since 1970 by the machine's clock; NULL while it is open. Only how long
-- games are kept goes by it.
ALTER TABLE game ADD COLUMN closed_on INTEGER;

-- When those of schema 1 ended nobody wrote down: their time counts from now.
UPDATE game SET closed_on = unixepoch() WHERE state <> 'open';

CREATE INDEX game_by_closing ON game (closed_on) WHERE closed_on IS NOT NULL;
