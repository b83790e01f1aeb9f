-- Plans that were agreed: what each version said never changes. `agreed_line` is who does what by when as it stands, for
-- Today: it follows the newest version of each plan and what was marked as done, and can be made again from them.

CREATE TABLE plan (
    id        TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    person    TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    kind      TEXT COLLATE "C" NOT NULL CHECK (kind IN ('care', 'safety', 'aftercare', 'transition')),
    number    BIGINT NOT NULL CHECK (number > 0),
    body      TEXT COLLATE "C" NOT NULL CHECK (body <> ''),
    author    TEXT COLLATE "C" NOT NULL,
    role      TEXT COLLATE "C" NOT NULL,  -- of the author, that day
    service   TEXT COLLATE "C" NOT NULL,  -- of the author, that day
    agreed_at BIGINT NOT NULL,
    command   TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE UNIQUE INDEX plan_once ON plan (person, kind, number);

CREATE INDEX plan_by_command ON plan (command);

CREATE TABLE plan_mark (
    person TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    line   TEXT COLLATE "C" NOT NULL CHECK (line <> ''),
    number BIGINT NOT NULL CHECK (number > 0),
    done   BIGINT NOT NULL CHECK (done IN (0, 1)),
    worker TEXT COLLATE "C" NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (person, line, number)
);

CREATE TABLE agreed_line (
    person TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    line   TEXT COLLATE "C" NOT NULL CHECK (line <> ''),
    source TEXT COLLATE "C" NOT NULL CHECK (source IN ('care', 'safety', 'aftercare', 'transition', 'meeting')),
    need   TEXT COLLATE "C" NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    what   TEXT COLLATE "C" NOT NULL CHECK (what <> ''),
    worker TEXT COLLATE "C" NOT NULL,  -- empty when it is nobody's who works here
    who    TEXT COLLATE "C" NOT NULL,
    due    BIGINT NOT NULL,
    open   BIGINT NOT NULL CHECK (open IN (0, 1)),
    PRIMARY KEY (person, line),
    CONSTRAINT somebody_does_it CHECK ((worker = '') <> (who = ''))
);

CREATE INDEX agreed_line_by_worker ON agreed_line (worker, due) WHERE open = 1;
CREATE INDEX agreed_line_by_due ON agreed_line (due) WHERE open = 1;
CREATE INDEX agreed_line_of_meetings ON agreed_line (worker, person) WHERE source = 'meeting';

CREATE TRIGGER plan_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON plan EXECUTE FUNCTION refuse_change();
CREATE TRIGGER plan_mark_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON plan_mark EXECUTE FUNCTION refuse_change();
