-- What is found by its words: notes, their amendments, letters, and the words of what happened. All of it is made again
-- from those by `holdfast check --rebuild`. An entry's number rises in the order in which things were written, so that
-- the newest are found without sorting.

CREATE TABLE found_entry (
    entry      INTEGER NOT NULL PRIMARY KEY CHECK (entry > 0),
    kind       TEXT    NOT NULL CHECK (kind IN ('note', 'amendment', 'letter', 'event')),
    source     TEXT    NOT NULL CHECK (source <> ''),  -- the id of the note, the letter or the event
    part       INTEGER NOT NULL CHECK (part >= 0),     -- of an amendment its number
    written_at INTEGER NOT NULL
) STRICT;

-- One row: whether what was there before these tables has its entries.
CREATE TABLE found_state (
    id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    built INTEGER NOT NULL CHECK (built IN (0, 1))
) STRICT;

INSERT INTO found_state (id, built) VALUES (1, 0);

-- The words come folded and apart by a space; @ marks who wrote it. Nothing is kept here but where a word stands.
CREATE VIRTUAL TABLE found_text USING fts5 (
    words, content = '', columnsize = 0, prefix = '3', tokenize = "ascii tokenchars '@'");

-- Every word there is, for the starts of words.
CREATE TABLE found_text_word (
    word TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- How else somebody may spell a word of a name: by its sound (~), and with one letter left out (-), as both words lose
-- one that differ by one.
CREATE TABLE name_spelling (
    spelling TEXT NOT NULL,
    word     TEXT NOT NULL,
    PRIMARY KEY (spelling, word)
) STRICT, WITHOUT ROWID;
