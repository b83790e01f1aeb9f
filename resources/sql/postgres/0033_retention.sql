-- Whether a record may go. What its time is counted from is kept beside the case; who keeps a record longer, or all of
-- them, and why, stands here for good.
ALTER TABLE case_state ADD COLUMN died_on BIGINT;
ALTER TABLE case_state ADD COLUMN last_at BIGINT NOT NULL DEFAULT -100000000000000;  -- before every instant: no event yet

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
    id        TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    person    TEXT COLLATE "C" REFERENCES person (id),  -- nobody: every record, until it is lifted
    until_day BIGINT,
    reason    TEXT COLLATE "C" NOT NULL CHECK (reason <> ''),
    worker    TEXT COLLATE "C" NOT NULL,
    at        BIGINT NOT NULL,
    command   TEXT COLLATE "C" NOT NULL REFERENCES command (id),
    CONSTRAINT one_record_until_a_day CHECK ((person IS NULL) = (until_day IS NULL))
);

CREATE INDEX retention_keep_by_person ON retention_keep (person, at);
CREATE INDEX retention_keep_by_day ON retention_keep (until_day);
CREATE INDEX retention_keep_by_command ON retention_keep (command);

CREATE TABLE retention_lift (
    keep    TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES retention_keep (id),
    reason  TEXT COLLATE "C" NOT NULL CHECK (reason <> ''),
    worker  TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL,
    command TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE INDEX retention_lift_by_command ON retention_lift (command);

CREATE FUNCTION refuse_removal_of_retention_lift() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM disposing d JOIN retention_keep k ON k.person = d.person WHERE k.id = OLD.keep) THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER retention_keep_kept BEFORE UPDATE OR TRUNCATE ON retention_keep EXECUTE FUNCTION refuse_change();
CREATE TRIGGER retention_keep_stays BEFORE DELETE ON retention_keep FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER retention_lift_kept BEFORE UPDATE OR TRUNCATE ON retention_lift EXECUTE FUNCTION refuse_change();
CREATE TRIGGER retention_lift_stays BEFORE DELETE ON retention_lift FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_retention_lift();
