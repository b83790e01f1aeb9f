-- Joint meetings. A meeting is prepared and worked on until it is finished; what was recorded of each person never
-- changes: what takes its place is another record beside it.

CREATE TABLE meeting (
    id          TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    service     TEXT    NOT NULL,
    chair       TEXT    NOT NULL,
    starts_at   INTEGER NOT NULL,
    body        TEXT    NOT NULL CHECK (body <> ''),
    finished_at INTEGER,
    version     INTEGER NOT NULL CHECK (version > 0),
    command     TEXT    NOT NULL REFERENCES command (id)
) STRICT;

CREATE INDEX meeting_by_command ON meeting (command);
CREATE INDEX meeting_by_start ON meeting (starts_at);

CREATE TABLE meeting_record (
    meeting TEXT    NOT NULL REFERENCES meeting (id),
    person  TEXT    NOT NULL REFERENCES person (id),
    number  INTEGER NOT NULL CHECK (number > 0),
    state   TEXT    NOT NULL CHECK (state IN ('decided', 'not_decided', 'taken_back')),
    body    TEXT    NOT NULL CHECK (body <> ''),
    event   TEXT    NOT NULL,  -- empty unless something was decided
    worker  TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    command TEXT    NOT NULL REFERENCES command (id),
    PRIMARY KEY (meeting, person, number),
    CONSTRAINT decided_is_an_event CHECK ((state = 'decided') = (event <> ''))
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_record_by_person ON meeting_record (person, at);
CREATE INDEX meeting_record_by_command ON meeting_record (command);

CREATE TRIGGER meeting_stays BEFORE DELETE ON meeting BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER meeting_record_kept BEFORE UPDATE ON meeting_record BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER meeting_record_stays BEFORE DELETE ON meeting_record BEGIN SELECT RAISE(ABORT, 'append-only'); END;
