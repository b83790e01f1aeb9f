-- What the bounce report reads besides the bounces, in the order it counts. Made again from the events by `holdfast check
-- --rebuild`, like the other caches.
ALTER TABLE bounce ADD COLUMN age BIGINT;
ALTER TABLE bounce ADD COLUMN area TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE bounce ADD COLUMN recorder TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE bounce ADD COLUMN quadrant TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE bounce ADD COLUMN attempt BIGINT NOT NULL DEFAULT 0;
ALTER TABLE bounce ADD COLUMN tennis BIGINT NOT NULL DEFAULT 0;

ALTER TABLE leg_sent ADD COLUMN age BIGINT;
ALTER TABLE leg_sent ADD COLUMN area TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE leg_sent ADD COLUMN recorder TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE leg_sent ADD COLUMN number BIGINT NOT NULL DEFAULT 0;
ALTER TABLE leg_sent ADD COLUMN answered_day BIGINT;
ALTER TABLE leg_sent ADD COLUMN answer_due BIGINT;
ALTER TABLE leg_sent ADD COLUMN decided_day BIGINT;
ALTER TABLE leg_sent ADD COLUMN decision_due BIGINT;
ALTER TABLE leg_sent ADD COLUMN accepted_day BIGINT;
ALTER TABLE leg_sent ADD COLUMN bounced BIGINT NOT NULL DEFAULT 0;
ALTER TABLE leg_sent ADD COLUMN other_need_cited BIGINT NOT NULL DEFAULT 0;
ALTER TABLE leg_sent ADD COLUMN wishes BIGINT NOT NULL DEFAULT 0;

CREATE TABLE report_fact (
    on_day    BIGINT NOT NULL,  -- in London
    person    TEXT COLLATE "C" NOT NULL,
    position  BIGINT NOT NULL,
    kind      TEXT COLLATE "C" NOT NULL
        CHECK (kind IN ('asked', 'joint', 'challenge', 'contact_out', 'contact_in', 'attempt', 'ended', 'protocol',
                        'eighteen', 'meeting', 'carer', 'good')),
    need      TEXT COLLATE "C" NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    service   TEXT COLLATE "C" NOT NULL,
    until_day BIGINT,
    outcome   TEXT COLLATE "C" NOT NULL,
    yes       BIGINT NOT NULL CHECK (yes IN (0, 1)),
    age       BIGINT,
    area      TEXT COLLATE "C" NOT NULL,
    recorder  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (on_day, person, position)
);

CREATE INDEX report_fact_by_person ON report_fact (person, position);

-- Who spoke with carers in a period.
CREATE INDEX carer_call_by_time ON carer_call (at, person);

-- How often a story had to be told again in a period.
CREATE INDEX retelling_by_time ON retelling (at);

-- The rows of a store that was here before are made again by the next sweep.
UPDATE case_state SET next_wake = computed_at WHERE version > 0;
