-- Notes that both services write about one person. A signed note never changes: what is amended, and what was entered in
-- error, stands beside it.

CREATE TABLE note (
    id          TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    person      TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    happened_at BIGINT NOT NULL,
    written_at  BIGINT NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL
        CHECK (kind IN ('contact', 'call', 'visit', 'group', 'mdt', 'carer_contact', 'letter', 'safety')),
    need        TEXT COLLATE "C" NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    audience    TEXT COLLATE "C" NOT NULL CHECK (audience IN ('everyone', 'own_service', 'leads')),
    why_limited TEXT COLLATE "C" NOT NULL,
    text        TEXT COLLATE "C" NOT NULL CHECK (text <> ''),
    link_kind   TEXT COLLATE "C" NOT NULL CHECK (link_kind IN ('none', 'event', 'action')),
    link        TEXT COLLATE "C" NOT NULL,
    author      TEXT COLLATE "C" NOT NULL,
    role        TEXT COLLATE "C" NOT NULL,  -- of the author, that day
    service     TEXT COLLATE "C" NOT NULL,  -- of the author, that day
    command     TEXT COLLATE "C" NOT NULL REFERENCES command (id),
    CONSTRAINT limited_for_a_reason CHECK (audience = 'everyone' OR why_limited <> ''),
    CONSTRAINT safety_is_shared CHECK (kind <> 'safety' OR audience = 'everyone'),
    CONSTRAINT link_leads_somewhere CHECK ((link_kind = 'none') = (link = ''))
);

CREATE INDEX note_by_person ON note (person, happened_at);
CREATE INDEX note_by_command ON note (command);

CREATE TABLE note_amendment (
    note       TEXT COLLATE "C" NOT NULL REFERENCES note (id),
    number     BIGINT NOT NULL CHECK (number > 0),
    person     TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    text       TEXT COLLATE "C" NOT NULL CHECK (text <> ''),
    reason     TEXT COLLATE "C" NOT NULL,
    author     TEXT COLLATE "C" NOT NULL,
    role       TEXT COLLATE "C" NOT NULL,
    service    TEXT COLLATE "C" NOT NULL,
    written_at BIGINT NOT NULL,
    command    TEXT COLLATE "C" NOT NULL REFERENCES command (id),
    PRIMARY KEY (note, number)
);

CREATE INDEX note_amendment_by_person ON note_amendment (person);
CREATE INDEX note_amendment_by_command ON note_amendment (command);

CREATE TABLE note_in_error (
    note    TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES note (id),
    person  TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    reason  TEXT COLLATE "C" NOT NULL CHECK (reason <> ''),
    worker  TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL,
    command TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE INDEX note_in_error_by_person ON note_in_error (person);

-- The one thing about a note that comes and goes.
CREATE TABLE note_pin (
    note   TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES note (id),
    person TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    worker TEXT COLLATE "C" NOT NULL,
    at     BIGINT NOT NULL
);

CREATE INDEX note_pin_by_person ON note_pin (person);

-- Who has read it, as it stood after so many amendments.
CREATE TABLE note_reading (
    note       TEXT COLLATE "C" NOT NULL REFERENCES note (id),
    worker     TEXT COLLATE "C" NOT NULL,
    amendments BIGINT NOT NULL CHECK (amendments >= 0),
    person     TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (note, worker, amendments)
);

CREATE INDEX note_reading_by_person ON note_reading (person, worker);

-- What a team writes again and again.
CREATE TABLE note_template (
    id       TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    service  TEXT COLLATE "C" NOT NULL CHECK (service <> ''),
    shortcut TEXT COLLATE "C" NOT NULL CHECK (shortcut <> ''),
    title    TEXT COLLATE "C" NOT NULL CHECK (title <> ''),
    kind     TEXT COLLATE "C",
    text     TEXT COLLATE "C" NOT NULL CHECK (text <> ''),
    version  BIGINT NOT NULL CHECK (version > 0)
);

CREATE UNIQUE INDEX note_template_once ON note_template (service, shortcut);

CREATE TRIGGER note_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON note EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_amendment_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON note_amendment EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_in_error_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON note_in_error EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_reading_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON note_reading EXECUTE FUNCTION refuse_change();
