-- Joint meetings. A meeting is prepared and worked on until it is finished; what was recorded of each person never
-- changes: what takes its place is another record beside it.

CREATE TABLE meeting (
    id          TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    service     TEXT COLLATE "C" NOT NULL,
    chair       TEXT COLLATE "C" NOT NULL,
    starts_at   BIGINT NOT NULL,
    body        TEXT COLLATE "C" NOT NULL CHECK (body <> ''),
    finished_at BIGINT,
    version     BIGINT NOT NULL CHECK (version > 0),
    command     TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE INDEX meeting_by_command ON meeting (command);
CREATE INDEX meeting_by_start ON meeting (starts_at);

CREATE TABLE meeting_record (
    meeting TEXT COLLATE "C" NOT NULL REFERENCES meeting (id),
    person  TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    number  BIGINT NOT NULL CHECK (number > 0),
    state   TEXT COLLATE "C" NOT NULL CHECK (state IN ('decided', 'not_decided', 'taken_back')),
    body    TEXT COLLATE "C" NOT NULL CHECK (body <> ''),
    event   TEXT COLLATE "C" NOT NULL,  -- empty unless something was decided
    worker  TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL,
    command TEXT COLLATE "C" NOT NULL REFERENCES command (id),
    PRIMARY KEY (meeting, person, number),
    CONSTRAINT decided_is_an_event CHECK ((state = 'decided') = (event <> ''))
);

CREATE INDEX meeting_record_by_person ON meeting_record (person, at);
CREATE INDEX meeting_record_by_command ON meeting_record (command);

CREATE TRIGGER meeting_stays BEFORE DELETE OR TRUNCATE ON meeting EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_record_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON meeting_record EXECUTE FUNCTION refuse_change();
