-- What happened, who wrote it down, and who saw or changed what. Append-only: nobody rewrites these rows.

CREATE TABLE command (
    id      TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),  -- made by the sender, so a repeated send is harmless
    action  TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    worker  TEXT    NOT NULL,
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_event (
    person             TEXT    NOT NULL REFERENCES person (id),
    seq                INTEGER NOT NULL CHECK (seq > 0),
    id                 TEXT    NOT NULL CHECK (id <> ''),
    happened_at        INTEGER NOT NULL,
    recorded_at        INTEGER NOT NULL,
    kind               TEXT    NOT NULL CHECK (kind <> '' AND kind <> 'now'),
    body               TEXT    NOT NULL CHECK (body <> ''),
    words              TEXT    NOT NULL,
    author             TEXT    NOT NULL,
    policy_version     TEXT    NOT NULL,
    command            TEXT    NOT NULL REFERENCES command (id),
    channel            TEXT    NOT NULL,
    told_by            TEXT    NOT NULL,
    why_not_challenged TEXT    NOT NULL,
    PRIMARY KEY (person, seq)  -- together on disk: opening a person reads neighbours
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX case_event_by_id ON case_event (id);

CREATE TABLE assessment (
    event       TEXT    NOT NULL PRIMARY KEY REFERENCES case_event (id),
    person      TEXT    NOT NULL REFERENCES person (id),
    happened_at INTEGER NOT NULL,
    worker      TEXT    NOT NULL,
    form        TEXT    NOT NULL CHECK (form <> '')
) STRICT;

CREATE INDEX assessment_by_person ON assessment (person, happened_at);

CREATE TABLE draft (
    kind     TEXT    NOT NULL,
    person   TEXT    NOT NULL REFERENCES person (id),
    body     TEXT    NOT NULL,
    version  INTEGER NOT NULL CHECK (version > 0),
    saved_at INTEGER NOT NULL,
    worker   TEXT    NOT NULL,
    PRIMARY KEY (kind, person)
) STRICT;

-- `mac` is for the keyed chain over the rows; empty until a store has an audit key.
CREATE TABLE audit (
    seq     INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
    at      INTEGER NOT NULL,
    worker  TEXT    NOT NULL,
    action  TEXT    NOT NULL CHECK (action <> ''),
    subject TEXT    NOT NULL,
    detail  TEXT    NOT NULL,
    mac     TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX audit_by_subject ON audit (subject, seq);

-- One row: the last number given. Whoever writes it holds the trail until they commit.
CREATE TABLE audit_head (
    id  INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL
) STRICT;

INSERT INTO audit_head (id, seq) VALUES (1, 0);

CREATE TRIGGER case_event_numbered BEFORE INSERT ON case_event
WHEN NEW.seq > 1 AND NOT EXISTS (SELECT 1 FROM case_event WHERE person = NEW.person AND seq = NEW.seq - 1)
BEGIN SELECT RAISE(ABORT, 'events are numbered without a gap'); END;

CREATE TRIGGER command_kept BEFORE UPDATE ON command BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER command_stays BEFORE DELETE ON command BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER case_event_kept BEFORE UPDATE ON case_event BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER case_event_stays BEFORE DELETE ON case_event BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER assessment_kept BEFORE UPDATE ON assessment BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER assessment_stays BEFORE DELETE ON assessment BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_head_onward BEFORE UPDATE ON audit_head WHEN NEW.seq <> OLD.seq + 1
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head BEGIN SELECT RAISE(ABORT, 'append-only'); END;
