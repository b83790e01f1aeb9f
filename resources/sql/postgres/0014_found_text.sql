-- What is found by its words: notes, their amendments, letters, and the words of what happened. All of it is made again
-- from those by `holdfast check --rebuild`. An entry's number rises in the order in which things were written, so that
-- the newest are found without sorting.

CREATE TABLE found_entry (
    entry      BIGINT NOT NULL PRIMARY KEY CHECK (entry > 0),
    kind       TEXT COLLATE "C" NOT NULL CHECK (kind IN ('note', 'amendment', 'letter', 'event')),
    source     TEXT COLLATE "C" NOT NULL CHECK (source <> ''),  -- the id of the note, the letter or the event
    part       BIGINT NOT NULL CHECK (part >= 0),               -- of an amendment its number
    written_at BIGINT NOT NULL
);

-- One row: whether what was there before these tables has its entries.
CREATE TABLE found_state (
    id    BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    built BIGINT NOT NULL CHECK (built IN (0, 1))
);

INSERT INTO found_state (id, built) VALUES (1, 0);

CREATE SEQUENCE found_number;

-- The words come folded; @ marks who wrote it, # to which thousands the entry belongs: a common word is looked for among
-- the newest first.
CREATE TABLE found_text (
    entry BIGINT   NOT NULL PRIMARY KEY,
    words TSVECTOR NOT NULL
);

CREATE INDEX found_text_words ON found_text USING gin (words) WITH (fastupdate = off);

-- How else somebody may spell a word of a name: by its sound (~), and with one letter left out (-), as both words lose
-- one that differ by one.
CREATE TABLE name_spelling (
    spelling TEXT COLLATE "C" NOT NULL,
    word     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (spelling, word)
);
