-- Who stands in for a worker who is away: on those days the work of the one is on the other's list too.
CREATE TABLE cover (
    id          TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    worker      TEXT    NOT NULL REFERENCES worker (id),
    covered_by  TEXT    NOT NULL REFERENCES worker (id),
    from_day    INTEGER NOT NULL,  -- in London
    to_day      INTEGER NOT NULL,  -- the last day away
    note        TEXT    NOT NULL,
    arranged_by TEXT    NOT NULL,
    arranged_at INTEGER NOT NULL,
    ended_at    INTEGER,           -- ended before its last day; it stays on the record
    version     INTEGER NOT NULL CHECK (version > 0),
    CONSTRAINT covered_by_another CHECK (worker <> covered_by),
    CONSTRAINT days_in_order CHECK (from_day <= to_day)
) STRICT;

CREATE INDEX cover_by_day ON cover (to_day) WHERE ended_at IS NULL;

-- Beside a bounce: who wrote the answer down, whether somebody has looked at it again, and whether the service stood by
-- it when it was challenged.
ALTER TABLE bounce ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE bounce ADD COLUMN looked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bounce ADD COLUMN upheld INTEGER NOT NULL DEFAULT 0;

CREATE INDEX bounce_to_confirm ON bounce (author, person, position)
    WHERE looked = 0 AND overturned = 0 AND author <> '';

-- The rows of a store that was here before are made again by the next sweep.
UPDATE case_state SET next_wake = computed_at WHERE bounces > 0 AND open_needs > 0;
