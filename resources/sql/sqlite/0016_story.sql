-- What a person told, once. Versions are never changed; who read which, and when it had to be told again, stands beside.
CREATE TABLE story (
    person     TEXT    NOT NULL REFERENCES person (id),
    number     INTEGER NOT NULL CHECK (number > 0),
    body       TEXT    NOT NULL CHECK (body <> ''),
    author     TEXT    NOT NULL,
    role       TEXT    NOT NULL,  -- of the author, that day
    service    TEXT    NOT NULL,  -- of the author, that day
    written_at INTEGER NOT NULL,
    command    TEXT    NOT NULL REFERENCES command (id),
    PRIMARY KEY (person, number)
) STRICT;

CREATE INDEX story_by_command ON story (command);

CREATE TABLE story_reading (
    person TEXT    NOT NULL,
    number INTEGER NOT NULL,
    worker TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (person, number, worker),
    FOREIGN KEY (person, number) REFERENCES story (person, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE retelling (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    person     TEXT    NOT NULL REFERENCES person (id),
    to_whom    TEXT    NOT NULL,
    worker     TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    taken_back INTEGER NOT NULL CHECK (taken_back IN (0, 1))
) STRICT;

CREATE INDEX retelling_by_person ON retelling (person, at);

-- Which sections a person last wanted on their passport.
CREATE TABLE passport_choice (
    person      TEXT    NOT NULL PRIMARY KEY REFERENCES person (id),
    sections    TEXT    NOT NULL,
    reader      TEXT    NOT NULL CHECK (reader IN ('person', 'services', 'anyone')),
    large_print INTEGER NOT NULL CHECK (large_print IN (0, 1)),
    worker      TEXT    NOT NULL,
    at          INTEGER NOT NULL
) STRICT;

CREATE TABLE handover_pack (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    person     TEXT    NOT NULL REFERENCES person (id),
    giver      TEXT    NOT NULL,
    receiver   TEXT    NOT NULL CHECK (receiver <> giver),
    need       TEXT    NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    leaving    INTEGER NOT NULL CHECK (leaving IN (0, 1)),
    body       TEXT    NOT NULL CHECK (body <> ''),
    written_at INTEGER NOT NULL,
    command    TEXT    NOT NULL REFERENCES command (id)
) STRICT;

CREATE INDEX handover_pack_by_person ON handover_pack (person, written_at);
CREATE INDEX handover_pack_by_receiver ON handover_pack (receiver);
CREATE INDEX handover_pack_by_giver ON handover_pack (giver);
CREATE INDEX handover_pack_by_command ON handover_pack (command);

CREATE TABLE handover_answer (
    pack    TEXT    NOT NULL PRIMARY KEY REFERENCES handover_pack (id),
    kind    TEXT    NOT NULL CHECK (kind IN ('agreed', 'declined', 'withdrawn')),
    reason  TEXT    NOT NULL,
    worker  TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    command TEXT    NOT NULL REFERENCES command (id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER story_kept BEFORE UPDATE ON story BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER story_stays BEFORE DELETE ON story BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER story_reading_kept BEFORE UPDATE ON story_reading BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER story_reading_stays BEFORE DELETE ON story_reading BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER handover_pack_kept BEFORE UPDATE ON handover_pack BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER handover_pack_stays BEFORE DELETE ON handover_pack BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER handover_answer_kept BEFORE UPDATE ON handover_answer BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER handover_answer_stays BEFORE DELETE ON handover_answer BEGIN SELECT RAISE(ABORT, 'append-only'); END;
