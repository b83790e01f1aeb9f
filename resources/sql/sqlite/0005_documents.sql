-- Papers that are kept whole: letters as they were sent, and what services wrote. Append-only, like the events.

CREATE TABLE document (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    person         TEXT    NOT NULL REFERENCES person (id),
    role           TEXT    NOT NULL CHECK (role IN ('letter', 'attachment')),
    kind           TEXT    NOT NULL,
    media          TEXT    NOT NULL
        CHECK (media IN ('application/pdf', 'image/png', 'image/jpeg', 'text/plain')),
    name           TEXT    NOT NULL,
    recipient      TEXT    NOT NULL,
    recipient_name TEXT    NOT NULL,
    need           TEXT    CHECK (need IN ('mental_health', 'substance_use')),
    variant        TEXT    NOT NULL,
    about_kind     TEXT    NOT NULL,  -- 'event', later 'note'
    about          TEXT    NOT NULL,
    source         TEXT    NOT NULL,  -- of a letter: the draft it was printed from
    created_at     INTEGER NOT NULL,
    worker         TEXT    NOT NULL,
    command        TEXT    NOT NULL REFERENCES command (id),
    size           INTEGER NOT NULL CHECK (size BETWEEN 1 AND 10000000),
    sha256         TEXT    NOT NULL CHECK (length(sha256) = 64),
    content        BLOB    NOT NULL CHECK (length(content) = size),  -- last: a list never reads it
    CONSTRAINT letter_has_kind CHECK ((role = 'letter') = (kind <> ''))
) STRICT;

CREATE INDEX document_by_person ON document (person, created_at);
CREATE INDEX document_by_command ON document (command);

-- Beside the event that says a letter was sent: where it went.
CREATE TABLE letter_sending (
    event    TEXT NOT NULL PRIMARY KEY REFERENCES case_event (id),
    person   TEXT NOT NULL REFERENCES person (id),
    document TEXT NOT NULL REFERENCES document (id),
    address  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX letter_sending_by_person ON letter_sending (person);

-- A team's own head and foot; margins in millimetres.
CREATE TABLE letterhead (
    service       TEXT    NOT NULL PRIMARY KEY CHECK (service <> ''),
    organisation  TEXT    NOT NULL CHECK (organisation <> ''),
    address       TEXT    NOT NULL,
    phone         TEXT    NOT NULL,
    email         TEXT    NOT NULL,
    footer        TEXT    NOT NULL,
    margin_top    INTEGER NOT NULL CHECK (margin_top BETWEEN 10 AND 50),
    margin_bottom INTEGER NOT NULL CHECK (margin_bottom BETWEEN 10 AND 50),
    margin_left   INTEGER NOT NULL CHECK (margin_left BETWEEN 10 AND 50),
    margin_right  INTEGER NOT NULL CHECK (margin_right BETWEEN 10 AND 50),
    version       INTEGER NOT NULL CHECK (version > 0)
) STRICT, WITHOUT ROWID;

-- A person has several letters in the making, each a draft of its own kind.
CREATE INDEX draft_by_person ON draft (person, kind);

CREATE TRIGGER document_kept BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER document_stays BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER letter_sending_kept BEFORE UPDATE ON letter_sending BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER letter_sending_stays BEFORE DELETE ON letter_sending BEGIN SELECT RAISE(ABORT, 'append-only'); END;
