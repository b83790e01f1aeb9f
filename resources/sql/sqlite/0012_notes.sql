-- Notes that both services write about one person. A signed note never changes: what is amended, and what was entered in
-- error, stands beside it.

CREATE TABLE note (
    id          TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    person      TEXT    NOT NULL REFERENCES person (id),
    happened_at INTEGER NOT NULL,
    written_at  INTEGER NOT NULL,
    kind        TEXT    NOT NULL
        CHECK (kind IN ('contact', 'call', 'visit', 'group', 'mdt', 'carer_contact', 'letter', 'safety')),
    need        TEXT    NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    audience    TEXT    NOT NULL CHECK (audience IN ('everyone', 'own_service', 'leads')),
    why_limited TEXT    NOT NULL,
    text        TEXT    NOT NULL CHECK (text <> ''),
    link_kind   TEXT    NOT NULL CHECK (link_kind IN ('none', 'event', 'action')),
    link        TEXT    NOT NULL,
    author      TEXT    NOT NULL,
    role        TEXT    NOT NULL,  -- of the author, that day
    service     TEXT    NOT NULL,  -- of the author, that day
    command     TEXT    NOT NULL REFERENCES command (id),
    CONSTRAINT limited_for_a_reason CHECK (audience = 'everyone' OR why_limited <> ''),
    CONSTRAINT safety_is_shared CHECK (kind <> 'safety' OR audience = 'everyone'),
    CONSTRAINT link_leads_somewhere CHECK ((link_kind = 'none') = (link = ''))
) STRICT;

CREATE INDEX note_by_person ON note (person, happened_at);
CREATE INDEX note_by_command ON note (command);

CREATE TABLE note_amendment (
    note       TEXT    NOT NULL REFERENCES note (id),
    number     INTEGER NOT NULL CHECK (number > 0),
    person     TEXT    NOT NULL REFERENCES person (id),
    text       TEXT    NOT NULL CHECK (text <> ''),
    reason     TEXT    NOT NULL,
    author     TEXT    NOT NULL,
    role       TEXT    NOT NULL,
    service    TEXT    NOT NULL,
    written_at INTEGER NOT NULL,
    command    TEXT    NOT NULL REFERENCES command (id),
    PRIMARY KEY (note, number)
) STRICT;

CREATE INDEX note_amendment_by_person ON note_amendment (person);
CREATE INDEX note_amendment_by_command ON note_amendment (command);

CREATE TABLE note_in_error (
    note    TEXT    NOT NULL PRIMARY KEY REFERENCES note (id),
    person  TEXT    NOT NULL REFERENCES person (id),
    reason  TEXT    NOT NULL CHECK (reason <> ''),
    worker  TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    command TEXT    NOT NULL REFERENCES command (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_in_error_by_person ON note_in_error (person);

-- The one thing about a note that comes and goes.
CREATE TABLE note_pin (
    note   TEXT    NOT NULL PRIMARY KEY REFERENCES note (id),
    person TEXT    NOT NULL REFERENCES person (id),
    worker TEXT    NOT NULL,
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX note_pin_by_person ON note_pin (person);

-- Who has read it, as it stood after so many amendments.
CREATE TABLE note_reading (
    note       TEXT    NOT NULL REFERENCES note (id),
    worker     TEXT    NOT NULL,
    amendments INTEGER NOT NULL CHECK (amendments >= 0),
    person     TEXT    NOT NULL REFERENCES person (id),
    at         INTEGER NOT NULL,
    PRIMARY KEY (note, worker, amendments)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_reading_by_person ON note_reading (person, worker);

-- What a team writes again and again.
CREATE TABLE note_template (
    id       TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    service  TEXT    NOT NULL CHECK (service <> ''),
    shortcut TEXT    NOT NULL CHECK (shortcut <> ''),
    title    TEXT    NOT NULL CHECK (title <> ''),
    kind     TEXT,
    text     TEXT    NOT NULL CHECK (text <> ''),
    version  INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE UNIQUE INDEX note_template_once ON note_template (service, shortcut);

CREATE TRIGGER note_kept BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER note_stays BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER note_amendment_kept BEFORE UPDATE ON note_amendment BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER note_amendment_stays BEFORE DELETE ON note_amendment BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER note_in_error_kept BEFORE UPDATE ON note_in_error BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER note_in_error_stays BEFORE DELETE ON note_in_error BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER note_reading_kept BEFORE UPDATE ON note_reading BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER note_reading_stays BEFORE DELETE ON note_reading BEGIN SELECT RAISE(ABORT, 'append-only'); END;
