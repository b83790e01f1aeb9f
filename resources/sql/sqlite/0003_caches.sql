-- What the engine made of the events, for lists and reports. All of it can be dropped and rebuilt from the events.
-- Only case_state refers to the person: the other rows are written with it, `holdfast check` finds strays, and each
-- reference would be one more look-up for every row of a large import.

CREATE TABLE case_state (
    person         TEXT    NOT NULL PRIMARY KEY REFERENCES person (id),
    version        INTEGER NOT NULL,  -- how many events were folded
    computed_at    INTEGER NOT NULL,
    next_wake      INTEGER,           -- when time alone will change it
    clasp          TEXT    NOT NULL CHECK (clasp IN ('held', 'joined', 'released')),
    open_needs     INTEGER NOT NULL CHECK (open_needs BETWEEN 0 AND 2),
    accepted_needs INTEGER NOT NULL CHECK (accepted_needs BETWEEN 0 AND open_needs),
    bounces        INTEGER NOT NULL,
    died           INTEGER NOT NULL CHECK (died IN (0, 1)),
    next_due       INTEGER,
    accountable    TEXT,
    policy_version TEXT    NOT NULL,
    CONSTRAINT clasp_fits CHECK ((clasp = 'released') = (open_needs = 0)),
    CONSTRAINT next_holds CHECK (open_needs = 0 OR next_due IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_state_by_wake ON case_state (next_wake, person) WHERE next_wake IS NOT NULL;
CREATE INDEX case_state_open ON case_state (open_needs, accepted_needs, next_due) WHERE open_needs > 0;

CREATE TABLE need_state (
    person           TEXT    NOT NULL,
    need             TEXT    NOT NULL CHECK (need IN ('mental_health', 'substance_use')),
    status           TEXT    NOT NULL
        CHECK (status IN ('not_asked', 'none', 'possible', 'present', 'met', 'declined_by_person')),
    open             INTEGER NOT NULL,
    severity         TEXT,
    detail           TEXT    NOT NULL,
    first_asked_at   INTEGER,
    holder_service   TEXT,
    holder_worker    TEXT,
    held_since       INTEGER,
    acting           INTEGER NOT NULL,
    leg_state        TEXT,
    leg_group        INTEGER NOT NULL,  -- 0 none, not sent or over; 1 sent; 2 refused; 3 accepted
    leg_service      TEXT,
    leg_since        INTEGER,
    sent_at          INTEGER,
    silent_from      INTEGER,
    next_due         INTEGER,
    due_order        INTEGER NOT NULL,  -- next_due, or after everything
    next_what        TEXT    NOT NULL,
    escalation_level INTEGER NOT NULL CHECK (escalation_level BETWEEN 0 AND 5),
    last_reason      TEXT    NOT NULL,
    PRIMARY KEY (person, need),
    CONSTRAINT open_fits CHECK (open = CASE WHEN status IN ('possible', 'present') THEN 1 ELSE 0 END),
    CONSTRAINT held_holds CHECK (open = 0 OR (holder_service IS NOT NULL AND holder_worker IS NOT NULL)),
    CONSTRAINT next_holds CHECK (open = 0 OR next_due IS NOT NULL),
    CONSTRAINT leg_has_service CHECK (leg_group = 0 OR (leg_state IS NOT NULL AND leg_service IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX need_state_by_holder ON need_state (holder_worker, person) WHERE open = 1;
CREATE INDEX need_state_by_holding_service ON need_state (holder_service, person) WHERE open = 1;
CREATE INDEX need_state_by_due
    ON need_state (due_order, person, need, leg_group, leg_service, silent_from, holder_service, holder_worker)
    WHERE leg_group > 0;
CREATE INDEX need_state_by_leg_service
    ON need_state (leg_service, due_order, person, need, leg_group, silent_from, holder_service, holder_worker)
    WHERE leg_group > 0;

CREATE TABLE next_action (
    person           TEXT    NOT NULL,
    position         INTEGER NOT NULL,
    need             TEXT    NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    what             TEXT    NOT NULL,
    owner_role       TEXT    NOT NULL,
    owner_worker     TEXT,
    owner_service    TEXT,
    due              INTEGER NOT NULL,
    rule             TEXT    NOT NULL,
    escalation_level INTEGER NOT NULL CHECK (escalation_level BETWEEN 0 AND 5),
    work_group       INTEGER NOT NULL,  -- the place on Today, in order
    desk             TEXT    NOT NULL CHECK (desk <> ''),
    team             TEXT    NOT NULL,
    about_service    TEXT,
    reason           TEXT    NOT NULL,
    event_seq        INTEGER NOT NULL,
    PRIMARY KEY (person, position),
    CONSTRAINT has_owner CHECK (owner_role <> '' AND (owner_role <> 'worker' OR owner_worker IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX next_action_by_desk ON next_action (desk, work_group, escalation_level DESC, due);
CREATE INDEX next_action_by_team ON next_action (team, work_group, escalation_level DESC, due);
CREATE INDEX next_action_by_group ON next_action (work_group, escalation_level DESC, due);

-- In the order the report reads: a period is one stretch of the table.
CREATE TABLE bounce (
    on_day              INTEGER NOT NULL,  -- in London
    person              TEXT    NOT NULL,
    position            INTEGER NOT NULL,
    happened_at         INTEGER NOT NULL,
    event               TEXT,
    code                TEXT    NOT NULL,
    class               TEXT    NOT NULL CHECK (class IN ('never', 'handover', 'soft')),
    service             TEXT    NOT NULL,
    need                TEXT    NOT NULL CHECK (need IN ('mental_health', 'substance_use')),
    points_to           TEXT,
    days_lost           INTEGER NOT NULL,
    running_from        INTEGER,           -- days go on being lost; they were counted up to this instant
    challenged          INTEGER NOT NULL,
    overturned          INTEGER NOT NULL,
    substance_use_cited INTEGER NOT NULL,
    mental_health_cited INTEGER NOT NULL,
    PRIMARY KEY (on_day, person, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX bounce_by_person ON bounce (person, position);

-- In the order the report counts: each day's legs of one service lie together.
CREATE TABLE leg_sent (
    on_day   INTEGER NOT NULL,  -- in London
    person   TEXT    NOT NULL,
    position INTEGER NOT NULL,
    need     TEXT    NOT NULL CHECK (need IN ('mental_health', 'substance_use')),
    service  TEXT    NOT NULL,
    PRIMARY KEY (on_day, service, need, person, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX leg_sent_by_person ON leg_sent (person, position);
