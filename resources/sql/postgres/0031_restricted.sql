-- Who may see a restricted record, decision by decision; and who opened one in an emergency, why, and what was made of it.
CREATE TABLE restriction (
    person     TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    number     BIGINT NOT NULL CHECK (number > 0),
    restricted BIGINT NOT NULL CHECK (restricted IN (0, 1)),
    reason     TEXT COLLATE "C" NOT NULL CHECK (reason <> ''),
    worker     TEXT COLLATE "C" NOT NULL,
    at         BIGINT NOT NULL,
    command    TEXT COLLATE "C" NOT NULL REFERENCES command (id),
    PRIMARY KEY (person, number)
);

CREATE INDEX restriction_by_command ON restriction (command);

CREATE TABLE restriction_name (
    person TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    worker TEXT COLLATE "C" NOT NULL REFERENCES worker (id),
    PRIMARY KEY (person, number, worker),
    FOREIGN KEY (person, number) REFERENCES restriction (person, number)
);

CREATE TABLE emergency (
    id        TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    person    TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    worker    TEXT COLLATE "C" NOT NULL REFERENCES worker (id),
    reason    TEXT COLLATE "C" NOT NULL CHECK (reason <> ''),
    opened_at BIGINT NOT NULL,
    until     BIGINT NOT NULL CHECK (until > opened_at),
    command   TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE INDEX emergency_by_worker ON emergency (worker, until);
CREATE INDEX emergency_by_command ON emergency (command);

CREATE TABLE emergency_end (
    emergency TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES emergency (id),
    at        BIGINT NOT NULL
);

CREATE TABLE emergency_review (
    emergency TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES emergency (id),
    worker    TEXT COLLATE "C" NOT NULL,
    note      TEXT COLLATE "C" NOT NULL CHECK (note <> ''),
    at        BIGINT NOT NULL,
    command   TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE INDEX emergency_review_by_command ON emergency_review (command);

CREATE TRIGGER restriction_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON restriction EXECUTE FUNCTION refuse_change();
CREATE TRIGGER restriction_name_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON restriction_name EXECUTE FUNCTION refuse_change();
CREATE TRIGGER emergency_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency EXECUTE FUNCTION refuse_change();
CREATE TRIGGER emergency_end_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency_end EXECUTE FUNCTION refuse_change();
CREATE TRIGGER emergency_review_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency_review EXECUTE FUNCTION refuse_change();
