-- What a person told, once. Versions are never changed; who read which, and when it had to be told again, stands beside.
CREATE TABLE story (
    person     TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    number     BIGINT NOT NULL CHECK (number > 0),
    body       TEXT COLLATE "C" NOT NULL CHECK (body <> ''),
    author     TEXT COLLATE "C" NOT NULL,
    role       TEXT COLLATE "C" NOT NULL,  -- of the author, that day
    service    TEXT COLLATE "C" NOT NULL,  -- of the author, that day
    written_at BIGINT NOT NULL,
    command    TEXT COLLATE "C" NOT NULL REFERENCES command (id),
    PRIMARY KEY (person, number)
);

CREATE INDEX story_by_command ON story (command);

CREATE TABLE story_reading (
    person TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    worker TEXT COLLATE "C" NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (person, number, worker),
    FOREIGN KEY (person, number) REFERENCES story (person, number)
);

CREATE TABLE retelling (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    person     TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    to_whom    TEXT COLLATE "C" NOT NULL,
    worker     TEXT COLLATE "C" NOT NULL,
    at         BIGINT NOT NULL,
    taken_back BIGINT NOT NULL CHECK (taken_back IN (0, 1))
);

CREATE INDEX retelling_by_person ON retelling (person, at);

-- Which sections a person last wanted on their passport.
CREATE TABLE passport_choice (
    person      TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES person (id),
    sections    TEXT COLLATE "C" NOT NULL,
    reader      TEXT COLLATE "C" NOT NULL CHECK (reader IN ('person', 'services', 'anyone')),
    large_print BIGINT NOT NULL CHECK (large_print IN (0, 1)),
    worker      TEXT COLLATE "C" NOT NULL,
    at          BIGINT NOT NULL
);

CREATE TABLE handover_pack (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    person     TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    giver      TEXT COLLATE "C" NOT NULL,
    receiver   TEXT COLLATE "C" NOT NULL CHECK (receiver <> giver),
    need       TEXT COLLATE "C" NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    leaving    BIGINT NOT NULL CHECK (leaving IN (0, 1)),
    body       TEXT COLLATE "C" NOT NULL CHECK (body <> ''),
    written_at BIGINT NOT NULL,
    command    TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE INDEX handover_pack_by_person ON handover_pack (person, written_at);
CREATE INDEX handover_pack_by_receiver ON handover_pack (receiver);
CREATE INDEX handover_pack_by_giver ON handover_pack (giver);
CREATE INDEX handover_pack_by_command ON handover_pack (command);

CREATE TABLE handover_answer (
    pack    TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES handover_pack (id),
    kind    TEXT COLLATE "C" NOT NULL CHECK (kind IN ('agreed', 'declined', 'withdrawn')),
    reason  TEXT COLLATE "C" NOT NULL,
    worker  TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL,
    command TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE TRIGGER story_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON story EXECUTE FUNCTION refuse_change();
CREATE TRIGGER story_reading_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON story_reading EXECUTE FUNCTION refuse_change();
CREATE TRIGGER handover_pack_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON handover_pack EXECUTE FUNCTION refuse_change();
CREATE TRIGGER handover_answer_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON handover_answer EXECUTE FUNCTION refuse_change();
