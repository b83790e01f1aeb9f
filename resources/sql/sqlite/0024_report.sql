-- What the bounce report reads besides the bounces, in the order it counts. Made again from the events by `holdfast check
-- --rebuild`, like the other caches.
ALTER TABLE bounce ADD COLUMN age INTEGER;
ALTER TABLE bounce ADD COLUMN area TEXT    NOT NULL DEFAULT '';
ALTER TABLE bounce ADD COLUMN recorder TEXT    NOT NULL DEFAULT '';
ALTER TABLE bounce ADD COLUMN quadrant TEXT    NOT NULL DEFAULT '';
ALTER TABLE bounce ADD COLUMN attempt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bounce ADD COLUMN tennis INTEGER NOT NULL DEFAULT 0;

ALTER TABLE leg_sent ADD COLUMN age INTEGER;
ALTER TABLE leg_sent ADD COLUMN area TEXT    NOT NULL DEFAULT '';
ALTER TABLE leg_sent ADD COLUMN recorder TEXT    NOT NULL DEFAULT '';
ALTER TABLE leg_sent ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE leg_sent ADD COLUMN answered_day INTEGER;
ALTER TABLE leg_sent ADD COLUMN answer_due INTEGER;
ALTER TABLE leg_sent ADD COLUMN decided_day INTEGER;
ALTER TABLE leg_sent ADD COLUMN decision_due INTEGER;
ALTER TABLE leg_sent ADD COLUMN accepted_day INTEGER;
ALTER TABLE leg_sent ADD COLUMN bounced INTEGER NOT NULL DEFAULT 0;
ALTER TABLE leg_sent ADD COLUMN other_need_cited INTEGER NOT NULL DEFAULT 0;
ALTER TABLE leg_sent ADD COLUMN wishes INTEGER NOT NULL DEFAULT 0;

CREATE TABLE report_fact (
    on_day    INTEGER NOT NULL,  -- in London
    person    TEXT    NOT NULL,
    position  INTEGER NOT NULL,
    kind      TEXT    NOT NULL
        CHECK (kind IN ('asked', 'joint', 'challenge', 'contact_out', 'contact_in', 'attempt', 'ended', 'protocol',
                        'eighteen', 'meeting', 'carer', 'good')),
    need      TEXT    NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    service   TEXT    NOT NULL,
    until_day INTEGER,
    outcome   TEXT    NOT NULL,
    yes       INTEGER NOT NULL CHECK (yes IN (0, 1)),
    age       INTEGER,
    area      TEXT    NOT NULL,
    recorder  TEXT    NOT NULL,
    PRIMARY KEY (on_day, person, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX report_fact_by_person ON report_fact (person, position);

-- Who spoke with carers in a period.
CREATE INDEX carer_call_by_time ON carer_call (at, person);

-- How often a story had to be told again in a period.
CREATE INDEX retelling_by_time ON retelling (at);

-- The rows of a store that was here before are made again by the next sweep.
UPDATE case_state SET next_wake = computed_at WHERE version > 0;
