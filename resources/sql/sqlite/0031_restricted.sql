-- Who may see a restricted record, decision by decision; and who opened one in an emergency, why, and what was made of it.
CREATE TABLE restriction (
    person     TEXT    NOT NULL REFERENCES person (id),
    number     INTEGER NOT NULL CHECK (number > 0),
    restricted INTEGER NOT NULL CHECK (restricted IN (0, 1)),
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    worker     TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    command    TEXT    NOT NULL REFERENCES command (id),
    PRIMARY KEY (person, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX restriction_by_command ON restriction (command);

CREATE TABLE restriction_name (
    person TEXT    NOT NULL,
    number INTEGER NOT NULL,
    worker TEXT    NOT NULL REFERENCES worker (id),
    PRIMARY KEY (person, number, worker),
    FOREIGN KEY (person, number) REFERENCES restriction (person, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE emergency (
    id        TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    person    TEXT    NOT NULL REFERENCES person (id),
    worker    TEXT    NOT NULL REFERENCES worker (id),
    reason    TEXT    NOT NULL CHECK (reason <> ''),
    opened_at INTEGER NOT NULL,
    until     INTEGER NOT NULL CHECK (until > opened_at),
    command   TEXT    NOT NULL REFERENCES command (id)
) STRICT;

CREATE INDEX emergency_by_worker ON emergency (worker, until);
CREATE INDEX emergency_by_command ON emergency (command);

CREATE TABLE emergency_end (
    emergency TEXT    NOT NULL PRIMARY KEY REFERENCES emergency (id),
    at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE emergency_review (
    emergency TEXT    NOT NULL PRIMARY KEY REFERENCES emergency (id),
    worker    TEXT    NOT NULL,
    note      TEXT    NOT NULL CHECK (note <> ''),
    at        INTEGER NOT NULL,
    command   TEXT    NOT NULL REFERENCES command (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX emergency_review_by_command ON emergency_review (command);

CREATE TRIGGER restriction_kept BEFORE UPDATE ON restriction BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER restriction_stays BEFORE DELETE ON restriction BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER restriction_name_kept BEFORE UPDATE ON restriction_name BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER restriction_name_stays BEFORE DELETE ON restriction_name BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER emergency_kept BEFORE UPDATE ON emergency BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER emergency_stays BEFORE DELETE ON emergency BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER emergency_end_kept BEFORE UPDATE ON emergency_end BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER emergency_end_stays BEFORE DELETE ON emergency_end BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER emergency_review_kept BEFORE UPDATE ON emergency_review BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER emergency_review_stays BEFORE DELETE ON emergency_review BEGIN SELECT RAISE(ABORT, 'append-only'); END;
