-- What a team made of the list of words that hurt. Every change is a row of its own and stays; the highest version of an
-- entry counts. Entries that nobody changed are not here: they come with the program.
CREATE TABLE kind_word (
    service TEXT COLLATE "C" NOT NULL CHECK (service <> ''),
    word    TEXT COLLATE "C" NOT NULL CHECK (word <> ''),
    version BIGINT NOT NULL CHECK (version > 0),
    lines   TEXT COLLATE "C" NOT NULL CHECK (lines <> ''),
    why     TEXT COLLATE "C" NOT NULL CHECK (why <> ''),
    is_on   BIGINT NOT NULL CHECK (is_on IN (0, 1)),
    worker  TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (service, word, version)
);

CREATE TRIGGER kind_word_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON kind_word EXECUTE FUNCTION refuse_change();
