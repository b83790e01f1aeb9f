-- Whether a record may go. What its time is counted from is kept beside the case; who keeps a record longer, or all of
-- them, and why, stands here for good.
ALTER TABLE case_state ADD COLUMN died_on INTEGER;
ALTER TABLE case_state ADD COLUMN last_at INTEGER NOT NULL DEFAULT -100000000000000;  -- before every instant: no event yet

UPDATE case_state SET last_at = e.last_at
FROM (SELECT COALESCE(m.record, c.person) AS record, MAX(c.happened_at) AS last_at
      FROM case_event c
      LEFT JOIN merged_record m ON m.person = c.person
      GROUP BY COALESCE(m.record, c.person)) e
WHERE e.record = case_state.person;

-- The day of a death is inside an event: the next sweep reads it.
UPDATE case_state SET next_wake = computed_at WHERE died = 1;

CREATE INDEX case_state_quiet ON case_state (last_at, person) WHERE open_needs = 0;

CREATE TABLE retention_keep (
    id        TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    person    TEXT    REFERENCES person (id),  -- nobody: every record, until it is lifted
    until_day INTEGER,
    reason    TEXT    NOT NULL CHECK (reason <> ''),
    worker    TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    command   TEXT    NOT NULL REFERENCES command (id),
    CONSTRAINT one_record_until_a_day CHECK ((person IS NULL) = (until_day IS NULL))
) STRICT;

CREATE INDEX retention_keep_by_person ON retention_keep (person, at);
CREATE INDEX retention_keep_by_day ON retention_keep (until_day);
CREATE INDEX retention_keep_by_command ON retention_keep (command);

CREATE TABLE retention_lift (
    keep    TEXT    NOT NULL PRIMARY KEY REFERENCES retention_keep (id),
    reason  TEXT    NOT NULL CHECK (reason <> ''),
    worker  TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    command TEXT    NOT NULL REFERENCES command (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX retention_lift_by_command ON retention_lift (command);

CREATE TRIGGER retention_keep_kept BEFORE UPDATE ON retention_keep BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER retention_keep_stays BEFORE DELETE ON retention_keep
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER retention_lift_kept BEFORE UPDATE ON retention_lift BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER retention_lift_stays BEFORE DELETE ON retention_lift
WHEN NOT EXISTS (SELECT 1 FROM disposing d JOIN retention_keep k ON k.person = d.person WHERE k.id = OLD.keep)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
