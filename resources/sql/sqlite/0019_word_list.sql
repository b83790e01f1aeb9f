-- What a team made of the list of words that hurt. Every change is a row of its own and stays; the highest version of an
-- entry counts. Entries that nobody changed are not here: they come with the program.
CREATE TABLE kind_word (
    service TEXT    NOT NULL CHECK (service <> ''),
    word    TEXT    NOT NULL CHECK (word <> ''),
    version INTEGER NOT NULL CHECK (version > 0),
    lines   TEXT    NOT NULL CHECK (lines <> ''),
    why     TEXT    NOT NULL CHECK (why <> ''),
    is_on   INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    worker  TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (service, word, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER kind_word_kept BEFORE UPDATE ON kind_word BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER kind_word_stays BEFORE DELETE ON kind_word BEGIN SELECT RAISE(ABORT, 'append-only'); END;
