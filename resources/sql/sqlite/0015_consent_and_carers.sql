-- What a person agrees to share with whom, and the carers around them. An answer never changes: the next one supersedes
-- it, and what was entered in error stands beside it. Words of a carer's call are a note; here stands what a note has no
-- place for.

CREATE TABLE carer (
    id              TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    name            TEXT    NOT NULL CHECK (name <> ''),
    liked_name      TEXT    NOT NULL,
    sort_name       TEXT    NOT NULL,
    born            INTEGER,
    phone           TEXT    NOT NULL,
    email           TEXT    NOT NULL,
    preference      TEXT    NOT NULL,
    may_text        INTEGER NOT NULL CHECK (may_text IN (0, 1)),
    may_leave_voicemail INTEGER NOT NULL CHECK (may_leave_voicemail IN (0, 1)),
    may_write       INTEGER NOT NULL CHECK (may_write IN (0, 1)),
    discreet_only   INTEGER NOT NULL CHECK (discreet_only IN (0, 1)),
    address         TEXT    NOT NULL,
    own_needs       TEXT    NOT NULL,
    looked_after_by TEXT    NOT NULL,
    known_since     INTEGER NOT NULL,
    offered_on      INTEGER,
    answer          TEXT    NOT NULL CHECK (answer IN ('none', 'accepted', 'declined', 'later')),
    answered_on     INTEGER,
    version         INTEGER NOT NULL CHECK (version > 0),
    CONSTRAINT answered_after_the_offer CHECK (answer = 'none' OR offered_on IS NOT NULL)
) STRICT;

CREATE INDEX carer_by_name ON carer (sort_name, id);

CREATE TABLE carer_link (
    carer        TEXT    NOT NULL REFERENCES carer (id),
    person       TEXT    NOT NULL REFERENCES person (id),
    relationship TEXT    NOT NULL CHECK (relationship <> ''),
    emergency    INTEGER NOT NULL CHECK (emergency IN (0, 1)),
    knows        TEXT    NOT NULL CHECK (knows IN ('not_asked', 'yes', 'no')),
    ended_on     INTEGER,
    version      INTEGER NOT NULL CHECK (version > 0),
    PRIMARY KEY (carer, person)
) STRICT;

CREATE INDEX carer_link_by_person ON carer_link (person);

CREATE TABLE consent (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    person         TEXT    NOT NULL REFERENCES person (id),
    share_with     TEXT    NOT NULL
        CHECK (share_with IN (
            'between_services', 'gp', 'social_care', 'carer', 'housing', 'employer', 'police', 'research')),
    carer          TEXT    REFERENCES carer (id),
    decision       TEXT    NOT NULL CHECK (decision IN ('given', 'refused', 'withdrawn', 'not_asked')),
    words          TEXT    NOT NULL,
    topics         TEXT    NOT NULL,
    said_on        INTEGER NOT NULL,
    review_by      INTEGER,
    ends_on        INTEGER,
    how            TEXT    NOT NULL CHECK (how IN ('spoken', 'in_writing', 'message', 'through_somebody')),
    capacity       TEXT    NOT NULL CHECK (capacity IN ('presumed', 'assessed_has', 'assessed_lacks')),
    capacity_words TEXT    NOT NULL,
    worker         TEXT    NOT NULL,
    role           TEXT    NOT NULL,  -- of the worker, that day
    service        TEXT    NOT NULL,  -- of the worker, that day
    recorded_at    INTEGER NOT NULL,
    command        TEXT    NOT NULL REFERENCES command (id),
    CONSTRAINT carer_is_named CHECK ((share_with = 'carer') = (carer IS NOT NULL)),
    CONSTRAINT lacking_capacity_is_explained CHECK (capacity <> 'assessed_lacks' OR capacity_words <> '')
) STRICT;

CREATE INDEX consent_by_person ON consent (person, said_on);
CREATE INDEX consent_by_command ON consent (command);

CREATE TABLE consent_in_error (
    consent TEXT    NOT NULL PRIMARY KEY REFERENCES consent (id),
    person  TEXT    NOT NULL REFERENCES person (id),
    reason  TEXT    NOT NULL CHECK (reason <> ''),
    worker  TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    command TEXT    NOT NULL REFERENCES command (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX consent_in_error_by_person ON consent_in_error (person);

CREATE TABLE share_exception (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    person     TEXT    NOT NULL REFERENCES person (id),
    share_with TEXT    NOT NULL,
    carer      TEXT    REFERENCES carer (id),
    topics     TEXT    NOT NULL,
    grounds    TEXT    NOT NULL CHECK (grounds IN ('asked', 'overridden')),
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    on_day     INTEGER NOT NULL,
    worker     TEXT    NOT NULL,
    role       TEXT    NOT NULL,
    service    TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    command    TEXT    NOT NULL REFERENCES command (id)
) STRICT;

CREATE INDEX share_exception_by_person ON share_exception (person, on_day);
CREATE INDEX share_exception_by_command ON share_exception (command);

-- Only the call-back, and that it was undone, may still be written on a call.
CREATE TABLE carer_call (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    carer          TEXT    NOT NULL REFERENCES carer (id),
    person         TEXT    NOT NULL REFERENCES person (id),
    at             INTEGER NOT NULL,
    direction      TEXT    NOT NULL CHECK (direction IN ('in', 'out')),
    outcome        TEXT    NOT NULL CHECK (outcome IN ('spoke', 'left_message', 'no_answer', 'replied')),
    told           TEXT    NOT NULL,
    owed_by        INTEGER,
    owed_whom      TEXT,
    owed_about     TEXT    NOT NULL,
    note           TEXT    NOT NULL REFERENCES note (id),
    worker         TEXT    NOT NULL,
    recorded_at    INTEGER NOT NULL,
    command        TEXT    NOT NULL REFERENCES command (id),
    called_back_at INTEGER,
    called_back_by TEXT,
    undone_at      INTEGER,
    undone_by      TEXT,
    CONSTRAINT owed_by_somebody CHECK ((owed_by IS NULL) = (owed_whom IS NULL))
) STRICT;

CREATE INDEX carer_call_by_person ON carer_call (person, at);
CREATE INDEX carer_call_by_command ON carer_call (command);
CREATE INDEX carer_call_owed ON carer_call (owed_whom, owed_by) WHERE owed_by IS NOT NULL AND called_back_at IS NULL AND undone_at IS NULL;

CREATE TRIGGER consent_kept BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER consent_stays BEFORE DELETE ON consent BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER consent_in_error_kept BEFORE UPDATE ON consent_in_error BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER consent_in_error_stays BEFORE DELETE ON consent_in_error BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER share_exception_kept BEFORE UPDATE ON share_exception BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER share_exception_stays BEFORE DELETE ON share_exception BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER carer_call_stays BEFORE DELETE ON carer_call BEGIN SELECT RAISE(ABORT, 'append-only'); END;
