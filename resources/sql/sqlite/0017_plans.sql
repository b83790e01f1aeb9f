-- Plans that were agreed: what each version said never changes. `agreed_line` is who does what by when as it stands, for
-- Today: it follows the newest version of each plan and what was marked as done, and can be made again from them.

CREATE TABLE plan (
    id        TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    person    TEXT    NOT NULL REFERENCES person (id),
    kind      TEXT    NOT NULL CHECK (kind IN ('care', 'safety', 'aftercare', 'transition')),
    number    INTEGER NOT NULL CHECK (number > 0),
    body      TEXT    NOT NULL CHECK (body <> ''),
    author    TEXT    NOT NULL,
    role      TEXT    NOT NULL,  -- of the author, that day
    service   TEXT    NOT NULL,  -- of the author, that day
    agreed_at INTEGER NOT NULL,
    command   TEXT    NOT NULL REFERENCES command (id)
) STRICT;

CREATE UNIQUE INDEX plan_once ON plan (person, kind, number);

CREATE INDEX plan_by_command ON plan (command);

CREATE TABLE plan_mark (
    person TEXT    NOT NULL REFERENCES person (id),
    line   TEXT    NOT NULL CHECK (line <> ''),
    number INTEGER NOT NULL CHECK (number > 0),
    done   INTEGER NOT NULL CHECK (done IN (0, 1)),
    worker TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (person, line, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreed_line (
    person TEXT    NOT NULL REFERENCES person (id),
    line   TEXT    NOT NULL CHECK (line <> ''),
    source TEXT    NOT NULL CHECK (source IN ('care', 'safety', 'aftercare', 'transition', 'meeting')),
    need   TEXT    NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    what   TEXT    NOT NULL CHECK (what <> ''),
    worker TEXT    NOT NULL,  -- empty when it is nobody's who works here
    who    TEXT    NOT NULL,
    due    INTEGER NOT NULL,
    open   INTEGER NOT NULL CHECK (open IN (0, 1)),
    PRIMARY KEY (person, line),
    CONSTRAINT somebody_does_it CHECK ((worker = '') <> (who = ''))
) STRICT, WITHOUT ROWID;

CREATE INDEX agreed_line_by_worker ON agreed_line (worker, due) WHERE open = 1;
CREATE INDEX agreed_line_by_due ON agreed_line (due) WHERE open = 1;
CREATE INDEX agreed_line_of_meetings ON agreed_line (worker, person) WHERE source = 'meeting';

CREATE TRIGGER plan_kept BEFORE UPDATE ON plan BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER plan_stays BEFORE DELETE ON plan BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER plan_mark_kept BEFORE UPDATE ON plan_mark BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER plan_mark_stays BEFORE DELETE ON plan_mark BEGIN SELECT RAISE(ABORT, 'append-only'); END;
