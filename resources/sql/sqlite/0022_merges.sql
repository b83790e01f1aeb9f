-- Two records of one person, joined, and taken apart again. Neither moves a row: what was written under either id stays
-- there, and `merged_record` says which ids make up one record. `set_aside` and `reopened` are what it takes for both
-- histories to go on as one: see src/domain/merge.h.

CREATE TABLE person_merge (
    id            TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    kept          TEXT    NOT NULL REFERENCES person (id),
    merged        TEXT    NOT NULL REFERENCES person (id),
    reason        TEXT    NOT NULL CHECK (reason <> ''),
    despite       TEXT    NOT NULL,  -- why it is the same person although number or date of birth differ
    uneven        INTEGER NOT NULL CHECK (uneven IN (0, 1)),
    set_aside     TEXT    NOT NULL,  -- ids of events, lines
    reopened      TEXT    NOT NULL,  -- need, service and worker, lines
    kept_version  INTEGER NOT NULL,  -- of the kept person's details: until they are next saved, gaps are filled from the other
    merged_events INTEGER NOT NULL,  -- how many the merged record had
    worker        TEXT    NOT NULL,
    role          TEXT    NOT NULL,  -- of the worker, that day
    service       TEXT    NOT NULL,  -- of the worker, that day
    at            INTEGER NOT NULL,
    command       TEXT    NOT NULL REFERENCES command (id),
    CONSTRAINT two_records CHECK (kept <> merged)
) STRICT;

CREATE INDEX person_merge_by_kept ON person_merge (kept, at);
CREATE INDEX person_merge_by_merged ON person_merge (merged, at);
CREATE INDEX person_merge_by_command ON person_merge (command);

CREATE TABLE person_unmerge (
    merge   TEXT    NOT NULL PRIMARY KEY REFERENCES person_merge (id),
    reason  TEXT    NOT NULL,
    uneven  INTEGER NOT NULL CHECK (uneven IN (0, 1)),  -- something written since has no ground without the other record
    worker  TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    command TEXT    NOT NULL REFERENCES command (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_unmerge_by_command ON person_unmerge (command);

-- Whose record each merged id belongs to now, however many joinings lie between: follows the two tables above.
CREATE TABLE merged_record (
    person TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    record TEXT NOT NULL REFERENCES person (id),
    merge  TEXT NOT NULL REFERENCES person_merge (id),
    CONSTRAINT of_another CHECK (person <> record)
) STRICT, WITHOUT ROWID;

CREATE INDEX merged_record_by_record ON merged_record (record, person);

-- Under which id the event is that an action answers, when it is not the record's own.
ALTER TABLE next_action ADD COLUMN event_person TEXT;

CREATE TRIGGER person_merge_kept BEFORE UPDATE ON person_merge BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER person_merge_stays BEFORE DELETE ON person_merge BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER person_unmerge_kept BEFORE UPDATE ON person_unmerge BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER person_unmerge_stays BEFORE DELETE ON person_unmerge BEGIN SELECT RAISE(ABORT, 'append-only'); END;
