-- Two records of one person, joined, and taken apart again. Neither moves a row: what was written under either id stays
-- there, and `merged_record` says which ids make up one record. `set_aside` and `reopened` are what it takes for both
-- histories to go on as one: see src/domain/merge.h.

CREATE TABLE person_merge (
    id            TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    kept          TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    merged        TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    reason        TEXT COLLATE "C" NOT NULL CHECK (reason <> ''),
    despite       TEXT COLLATE "C" NOT NULL,  -- why it is the same person although number or date of birth differ
    uneven        BIGINT NOT NULL CHECK (uneven IN (0, 1)),
    set_aside     TEXT COLLATE "C" NOT NULL,  -- ids of events, lines
    reopened      TEXT COLLATE "C" NOT NULL,  -- need, service and worker, lines
    kept_version  BIGINT NOT NULL,  -- of the kept person's details: until they are next saved, gaps are filled from the other
    merged_events BIGINT NOT NULL,  -- how many the merged record had
    worker        TEXT COLLATE "C" NOT NULL,
    role          TEXT COLLATE "C" NOT NULL,  -- of the worker, that day
    service       TEXT COLLATE "C" NOT NULL,  -- of the worker, that day
    at            BIGINT NOT NULL,
    command       TEXT COLLATE "C" NOT NULL REFERENCES command (id),
    CONSTRAINT two_records CHECK (kept <> merged)
);

CREATE INDEX person_merge_by_kept ON person_merge (kept, at);
CREATE INDEX person_merge_by_merged ON person_merge (merged, at);
CREATE INDEX person_merge_by_command ON person_merge (command);

CREATE TABLE person_unmerge (
    merge   TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES person_merge (id),
    reason  TEXT COLLATE "C" NOT NULL,
    uneven  BIGINT NOT NULL CHECK (uneven IN (0, 1)),  -- something written since has no ground without the other record
    worker  TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL,
    command TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE INDEX person_unmerge_by_command ON person_unmerge (command);

-- Whose record each merged id belongs to now, however many joinings lie between: follows the two tables above.
CREATE TABLE merged_record (
    person TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES person (id),
    record TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    merge  TEXT COLLATE "C" NOT NULL REFERENCES person_merge (id),
    CONSTRAINT of_another CHECK (person <> record)
);

CREATE INDEX merged_record_by_record ON merged_record (record, person);

-- Under which id the event is that an action answers, when it is not the record's own.
ALTER TABLE next_action ADD COLUMN event_person TEXT COLLATE "C";

CREATE TRIGGER person_merge_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON person_merge EXECUTE FUNCTION refuse_change();
CREATE TRIGGER person_unmerge_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON person_unmerge EXECUTE FUNCTION refuse_change();
