-- The question bank, schema version 2. Never edited once landed: a change is a new file with the next number.
--
-- Written whole by certamen-bank, read by server/bank, never changed in place. Texts come in pairs, _en and _es.
-- A question's id is "<topic>/<question>"; `number` joins its parts and the search index.

PRAGMA application_id = 0x43455254;  -- "CERT"
PRAGMA user_version = 2;

CREATE TABLE bank (
  only           INTEGER PRIMARY KEY CHECK (only = 1),
  schema_version INTEGER NOT NULL,
  content_hash   TEXT    NOT NULL CHECK (length(content_hash) = 64),  -- SHA-256 of the sorted content
  topic_count    INTEGER NOT NULL,
  note_count     INTEGER NOT NULL,
  question_count INTEGER NOT NULL
) STRICT;

CREATE TABLE statistics (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE topics (
  id       TEXT PRIMARY KEY,
  title_en TEXT NOT NULL,
  title_es TEXT NOT NULL,
  domain   TEXT NOT NULL CHECK (domain IN ('secure', 'resilient', 'high-performing', 'cost-optimized', 'general')),
  source   TEXT NOT NULL,  -- lines of the original notes; empty where there are none
  -- What its author wrote. In a topic of one language the other texts repeat it, so that it can be played in a room of both.
  languages TEXT NOT NULL CHECK (languages IN ('en', 'es', 'en,es'))
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  number     INTEGER PRIMARY KEY,
  topic      TEXT    NOT NULL REFERENCES topics (id),
  id         TEXT    NOT NULL,
  position   INTEGER NOT NULL,  -- in the topic, from 0
  lines      TEXT    NOT NULL,
  text_en    TEXT    NOT NULL,
  text_es    TEXT    NOT NULL,
  as_of_date TEXT,              -- YYYY-MM; the three are NULL where the original note still holds
  as_of_en   TEXT,
  as_of_es   TEXT,
  UNIQUE (topic, id),
  CHECK ((as_of_date IS NULL) = (as_of_en IS NULL) AND (as_of_date IS NULL) = (as_of_es IS NULL))
) STRICT;

CREATE TABLE questions (
  number         INTEGER PRIMARY KEY,
  id             TEXT    NOT NULL UNIQUE,
  topic          TEXT    NOT NULL REFERENCES topics (id),
  origin         TEXT    NOT NULL CHECK (origin IN ('written', 'table', 'imported', 'draft')),
  kind           TEXT    NOT NULL CHECK (kind IN ('single', 'multiple', 'true_false', 'numeric', 'ordering', 'matching', 'short_text')),
  domain         TEXT    NOT NULL CHECK (domain IN ('secure', 'resilient', 'high-performing', 'cost-optimized', 'general')),
  difficulty     INTEGER NOT NULL CHECK (difficulty BETWEEN 1 AND 5),
  seconds        INTEGER CHECK (seconds BETWEEN 10 AND 180),  -- NULL: by kind and length
  prompt_en      TEXT    NOT NULL,
  prompt_es      TEXT    NOT NULL,
  -- Explanations and reasons are empty where a question from elsewhere came without them.
  explanation_en TEXT    NOT NULL,
  explanation_es TEXT    NOT NULL
) STRICT;

CREATE TABLE question_notes (
  question INTEGER NOT NULL REFERENCES questions (number),
  position INTEGER NOT NULL,
  note     INTEGER NOT NULL REFERENCES notes (number),
  PRIMARY KEY (question, position)
) STRICT, WITHOUT ROWID;

-- single and multiple
CREATE TABLE options (
  question  INTEGER NOT NULL REFERENCES questions (number),
  position  INTEGER NOT NULL,  -- as written; the game shuffles
  text_en   TEXT    NOT NULL,
  text_es   TEXT    NOT NULL,
  reason_en TEXT    NOT NULL,
  reason_es TEXT    NOT NULL,
  correct   INTEGER NOT NULL CHECK (correct IN (0, 1)),
  PRIMARY KEY (question, position)
) STRICT, WITHOUT ROWID;

-- true_false
CREATE TABLE statements (
  question  INTEGER PRIMARY KEY REFERENCES questions (number),
  holds     INTEGER NOT NULL CHECK (holds IN (0, 1)),
  reason_en TEXT    NOT NULL,  -- for the wrong choice
  reason_es TEXT    NOT NULL
) STRICT;

-- numeric; numbers times 1,000,000
CREATE TABLE numeric_keys (
  question         INTEGER PRIMARY KEY REFERENCES questions (number),
  micros           INTEGER NOT NULL,
  tolerance_micros INTEGER NOT NULL CHECK (tolerance_micros >= 0),
  unit_en          TEXT    NOT NULL,
  unit_es          TEXT    NOT NULL
) STRICT;

CREATE TABLE numeric_mistakes (
  question  INTEGER NOT NULL REFERENCES questions (number),
  position  INTEGER NOT NULL,
  micros    INTEGER NOT NULL,
  reason_en TEXT    NOT NULL,
  reason_es TEXT    NOT NULL,
  PRIMARY KEY (question, position)
) STRICT, WITHOUT ROWID;

-- ordering, in the right order
CREATE TABLE ordering_items (
  question  INTEGER NOT NULL REFERENCES questions (number),
  position  INTEGER NOT NULL,
  text_en   TEXT    NOT NULL,
  text_es   TEXT    NOT NULL,
  reason_en TEXT    NOT NULL,
  reason_es TEXT    NOT NULL,
  PRIMARY KEY (question, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE matching_pairs (
  question  INTEGER NOT NULL REFERENCES questions (number),
  position  INTEGER NOT NULL,
  left_en   TEXT    NOT NULL,
  left_es   TEXT    NOT NULL,
  right_en  TEXT    NOT NULL,
  right_es  TEXT    NOT NULL,
  reason_en TEXT    NOT NULL,
  reason_es TEXT    NOT NULL,
  PRIMARY KEY (question, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE accepted_spellings (
  question INTEGER NOT NULL REFERENCES questions (number),
  position INTEGER NOT NULL,
  spelling TEXT    NOT NULL,
  PRIMARY KEY (question, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE spelling_mistakes (
  question  INTEGER NOT NULL REFERENCES questions (number),
  position  INTEGER NOT NULL,
  spelling  TEXT    NOT NULL,
  reason_en TEXT    NOT NULL,
  reason_es TEXT    NOT NULL,
  PRIMARY KEY (question, position)
) STRICT, WITHOUT ROWID;

-- Full text, case and accents folded. rowid is the `number` of the question or note; the texts are only in their tables.
CREATE VIRTUAL TABLE question_search USING fts5 (
  prompt_en, prompt_es, detail_en, detail_es,  -- detail: choices, reasons, explanation
  content = '', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE note_search USING fts5 (
  text_en, text_es,  -- with the as-of remark
  content = '', tokenize = 'unicode61 remove_diacritics 2'
);
