-- What a person agrees to share with whom, and the carers around them. An answer never changes: the next one supersedes
-- it, and what was entered in error stands beside it. Words of a carer's call are a note; here stands what a note has no
-- place for.

CREATE TABLE carer (
    id              TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    name            TEXT COLLATE "C" NOT NULL CHECK (name <> ''),
    liked_name      TEXT COLLATE "C" NOT NULL,
    sort_name       TEXT COLLATE "C" NOT NULL,
    born            BIGINT,
    phone           TEXT COLLATE "C" NOT NULL,
    email           TEXT COLLATE "C" NOT NULL,
    preference      TEXT COLLATE "C" NOT NULL,
    may_text        BIGINT NOT NULL CHECK (may_text IN (0, 1)),
    may_leave_voicemail BIGINT NOT NULL CHECK (may_leave_voicemail IN (0, 1)),
    may_write       BIGINT NOT NULL CHECK (may_write IN (0, 1)),
    discreet_only   BIGINT NOT NULL CHECK (discreet_only IN (0, 1)),
    address         TEXT COLLATE "C" NOT NULL,
    own_needs       TEXT COLLATE "C" NOT NULL,
    looked_after_by TEXT COLLATE "C" NOT NULL,
    known_since     BIGINT NOT NULL,
    offered_on      BIGINT,
    answer          TEXT COLLATE "C" NOT NULL CHECK (answer IN ('none', 'accepted', 'declined', 'later')),
    answered_on     BIGINT,
    version         BIGINT NOT NULL CHECK (version > 0),
    CONSTRAINT answered_after_the_offer CHECK (answer = 'none' OR offered_on IS NOT NULL)
);

CREATE INDEX carer_by_name ON carer (sort_name, id);

CREATE TABLE carer_link (
    carer        TEXT COLLATE "C" NOT NULL REFERENCES carer (id),
    person       TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    relationship TEXT COLLATE "C" NOT NULL CHECK (relationship <> ''),
    emergency    BIGINT NOT NULL CHECK (emergency IN (0, 1)),
    knows        TEXT COLLATE "C" NOT NULL CHECK (knows IN ('not_asked', 'yes', 'no')),
    ended_on     BIGINT,
    version      BIGINT NOT NULL CHECK (version > 0),
    PRIMARY KEY (carer, person)
);

CREATE INDEX carer_link_by_person ON carer_link (person);

CREATE TABLE consent (
    id             TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    person         TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    share_with     TEXT COLLATE "C" NOT NULL
        CHECK (share_with IN (
            'between_services', 'gp', 'social_care', 'carer', 'housing', 'employer', 'police', 'research')),
    carer          TEXT COLLATE "C" REFERENCES carer (id),
    decision       TEXT COLLATE "C" NOT NULL CHECK (decision IN ('given', 'refused', 'withdrawn', 'not_asked')),
    words          TEXT COLLATE "C" NOT NULL,
    topics         TEXT COLLATE "C" NOT NULL,
    said_on        BIGINT NOT NULL,
    review_by      BIGINT,
    ends_on        BIGINT,
    how            TEXT COLLATE "C" NOT NULL CHECK (how IN ('spoken', 'in_writing', 'message', 'through_somebody')),
    capacity       TEXT COLLATE "C" NOT NULL CHECK (capacity IN ('presumed', 'assessed_has', 'assessed_lacks')),
    capacity_words TEXT COLLATE "C" NOT NULL,
    worker         TEXT COLLATE "C" NOT NULL,
    role           TEXT COLLATE "C" NOT NULL,  -- of the worker, that day
    service        TEXT COLLATE "C" NOT NULL,  -- of the worker, that day
    recorded_at    BIGINT NOT NULL,
    command        TEXT COLLATE "C" NOT NULL REFERENCES command (id),
    CONSTRAINT carer_is_named CHECK ((share_with = 'carer') = (carer IS NOT NULL)),
    CONSTRAINT lacking_capacity_is_explained CHECK (capacity <> 'assessed_lacks' OR capacity_words <> '')
);

CREATE INDEX consent_by_person ON consent (person, said_on);
CREATE INDEX consent_by_command ON consent (command);

CREATE TABLE consent_in_error (
    consent TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES consent (id),
    person  TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    reason  TEXT COLLATE "C" NOT NULL CHECK (reason <> ''),
    worker  TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL,
    command TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE INDEX consent_in_error_by_person ON consent_in_error (person);

CREATE TABLE share_exception (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    person     TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    share_with TEXT COLLATE "C" NOT NULL,
    carer      TEXT COLLATE "C" REFERENCES carer (id),
    topics     TEXT COLLATE "C" NOT NULL,
    grounds    TEXT COLLATE "C" NOT NULL CHECK (grounds IN ('asked', 'overridden')),
    reason     TEXT COLLATE "C" NOT NULL CHECK (reason <> ''),
    on_day     BIGINT NOT NULL,
    worker     TEXT COLLATE "C" NOT NULL,
    role       TEXT COLLATE "C" NOT NULL,
    service    TEXT COLLATE "C" NOT NULL,
    at         BIGINT NOT NULL,
    command    TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE INDEX share_exception_by_person ON share_exception (person, on_day);
CREATE INDEX share_exception_by_command ON share_exception (command);

-- Only the call-back, and that it was undone, may still be written on a call.
CREATE TABLE carer_call (
    id             TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    carer          TEXT COLLATE "C" NOT NULL REFERENCES carer (id),
    person         TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    at             BIGINT NOT NULL,
    direction      TEXT COLLATE "C" NOT NULL CHECK (direction IN ('in', 'out')),
    outcome        TEXT COLLATE "C" NOT NULL CHECK (outcome IN ('spoke', 'left_message', 'no_answer', 'replied')),
    told           TEXT COLLATE "C" NOT NULL,
    owed_by        BIGINT,
    owed_whom      TEXT COLLATE "C",
    owed_about     TEXT COLLATE "C" NOT NULL,
    note           TEXT COLLATE "C" NOT NULL REFERENCES note (id),
    worker         TEXT COLLATE "C" NOT NULL,
    recorded_at    BIGINT NOT NULL,
    command        TEXT COLLATE "C" NOT NULL REFERENCES command (id),
    called_back_at BIGINT,
    called_back_by TEXT COLLATE "C",
    undone_at      BIGINT,
    undone_by      TEXT COLLATE "C",
    CONSTRAINT owed_by_somebody CHECK ((owed_by IS NULL) = (owed_whom IS NULL))
);

CREATE INDEX carer_call_by_person ON carer_call (person, at);
CREATE INDEX carer_call_by_command ON carer_call (command);
CREATE INDEX carer_call_owed ON carer_call (owed_whom, owed_by) WHERE owed_by IS NOT NULL AND called_back_at IS NULL AND undone_at IS NULL;

CREATE TRIGGER consent_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON consent EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_in_error_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON consent_in_error EXECUTE FUNCTION refuse_change();
CREATE TRIGGER share_exception_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON share_exception EXECUTE FUNCTION refuse_change();
CREATE TRIGGER carer_call_stays BEFORE DELETE OR TRUNCATE ON carer_call EXECUTE FUNCTION refuse_change();
