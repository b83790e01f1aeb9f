-- What happened, who wrote it down, and who saw or changed what. Append-only: nobody rewrites these rows.

CREATE TABLE command (
    id      TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),  -- made by the sender, so a repeated send is harmless
    action  TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    worker  TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL
);

CREATE TABLE case_event (
    person             TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    seq                BIGINT NOT NULL CHECK (seq > 0),
    id                 TEXT COLLATE "C" NOT NULL CHECK (id <> ''),
    happened_at        BIGINT NOT NULL,
    recorded_at        BIGINT NOT NULL,
    kind               TEXT COLLATE "C" NOT NULL CHECK (kind <> '' AND kind <> 'now'),
    body               TEXT COLLATE "C" NOT NULL CHECK (body <> ''),
    words              TEXT COLLATE "C" NOT NULL,
    author             TEXT COLLATE "C" NOT NULL,
    policy_version     TEXT COLLATE "C" NOT NULL,
    command            TEXT COLLATE "C" NOT NULL REFERENCES command (id),
    channel            TEXT COLLATE "C" NOT NULL,
    told_by            TEXT COLLATE "C" NOT NULL,
    why_not_challenged TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (person, seq)  -- together on disk: opening a person reads neighbours
);

CREATE UNIQUE INDEX case_event_by_id ON case_event (id);

CREATE TABLE assessment (
    event       TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES case_event (id),
    person      TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    happened_at BIGINT NOT NULL,
    worker      TEXT COLLATE "C" NOT NULL,
    form        TEXT COLLATE "C" NOT NULL CHECK (form <> '')
);

CREATE INDEX assessment_by_person ON assessment (person, happened_at);

CREATE TABLE draft (
    kind     TEXT COLLATE "C" NOT NULL,
    person   TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    body     TEXT COLLATE "C" NOT NULL,
    version  BIGINT NOT NULL CHECK (version > 0),
    saved_at BIGINT NOT NULL,
    worker   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, person)
);

-- `mac` is for the keyed chain over the rows; empty until a store has an audit key.
CREATE TABLE audit (
    seq     BIGINT NOT NULL PRIMARY KEY CHECK (seq > 0),
    at      BIGINT NOT NULL,
    worker  TEXT COLLATE "C" NOT NULL,
    action  TEXT COLLATE "C" NOT NULL CHECK (action <> ''),
    subject TEXT COLLATE "C" NOT NULL,
    detail  TEXT COLLATE "C" NOT NULL,
    mac     TEXT COLLATE "C" NOT NULL DEFAULT ''
);

CREATE INDEX audit_by_subject ON audit (subject, seq);

-- One row: the last number given. Whoever writes it holds the trail until they commit.
CREATE TABLE audit_head (
    id  BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL
);

INSERT INTO audit_head (id, seq) VALUES (1, 0);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq > 1 AND NOT EXISTS (SELECT 1 FROM case_event WHERE person = NEW.person AND seq = NEW.seq - 1) THEN
        RAISE EXCEPTION 'events are numbered without a gap' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION refuse_step_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq <> OLD.seq + 1 THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER case_event_numbered BEFORE INSERT ON case_event FOR EACH ROW EXECUTE FUNCTION refuse_gap();

CREATE TRIGGER command_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON command EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON case_event EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessment_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON assessment EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_head_onward BEFORE UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION refuse_step_back();
CREATE TRIGGER audit_head_stays BEFORE DELETE OR TRUNCATE ON audit_head EXECUTE FUNCTION refuse_change();
