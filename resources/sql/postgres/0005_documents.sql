-- Papers that are kept whole: letters as they were sent, and what services wrote. Append-only, like the events.

CREATE TABLE document (
    id             TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    person         TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    role           TEXT COLLATE "C" NOT NULL CHECK (role IN ('letter', 'attachment')),
    kind           TEXT COLLATE "C" NOT NULL,
    media          TEXT COLLATE "C" NOT NULL
        CHECK (media IN ('application/pdf', 'image/png', 'image/jpeg', 'text/plain')),
    name           TEXT COLLATE "C" NOT NULL,
    recipient      TEXT COLLATE "C" NOT NULL,
    recipient_name TEXT COLLATE "C" NOT NULL,
    need           TEXT COLLATE "C" CHECK (need IN ('mental_health', 'substance_use')),
    variant        TEXT COLLATE "C" NOT NULL,
    about_kind     TEXT COLLATE "C" NOT NULL,  -- 'event', later 'note'
    about          TEXT COLLATE "C" NOT NULL,
    source         TEXT COLLATE "C" NOT NULL,  -- of a letter: the draft it was printed from
    created_at     BIGINT NOT NULL,
    worker         TEXT COLLATE "C" NOT NULL,
    command        TEXT COLLATE "C" NOT NULL REFERENCES command (id),
    size           BIGINT NOT NULL CHECK (size BETWEEN 1 AND 10000000),
    sha256         TEXT COLLATE "C" NOT NULL CHECK (length(sha256) = 64),
    content        BYTEA NOT NULL CHECK (length(content) = size),  -- last: a list never reads it
    CONSTRAINT letter_has_kind CHECK ((role = 'letter') = (kind <> ''))
);

CREATE INDEX document_by_person ON document (person, created_at);
CREATE INDEX document_by_command ON document (command);

-- Beside the event that says a letter was sent: where it went.
CREATE TABLE letter_sending (
    event    TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES case_event (id),
    person   TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    document TEXT COLLATE "C" NOT NULL REFERENCES document (id),
    address  TEXT COLLATE "C" NOT NULL
);

CREATE INDEX letter_sending_by_person ON letter_sending (person);

-- A team's own head and foot; margins in millimetres.
CREATE TABLE letterhead (
    service       TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (service <> ''),
    organisation  TEXT COLLATE "C" NOT NULL CHECK (organisation <> ''),
    address       TEXT COLLATE "C" NOT NULL,
    phone         TEXT COLLATE "C" NOT NULL,
    email         TEXT COLLATE "C" NOT NULL,
    footer        TEXT COLLATE "C" NOT NULL,
    margin_top    BIGINT NOT NULL CHECK (margin_top BETWEEN 10 AND 50),
    margin_bottom BIGINT NOT NULL CHECK (margin_bottom BETWEEN 10 AND 50),
    margin_left   BIGINT NOT NULL CHECK (margin_left BETWEEN 10 AND 50),
    margin_right  BIGINT NOT NULL CHECK (margin_right BETWEEN 10 AND 50),
    version       BIGINT NOT NULL CHECK (version > 0)
);

-- A person has several letters in the making, each a draft of its own kind.
CREATE INDEX draft_by_person ON draft (person, kind);

CREATE TRIGGER document_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON document EXECUTE FUNCTION refuse_change();
CREATE TRIGGER letter_sending_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON letter_sending
EXECUTE FUNCTION refuse_change();
