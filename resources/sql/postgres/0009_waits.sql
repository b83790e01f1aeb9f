-- Beside a leg that was sent: the wait that began with it, for what a service may be expected to take. `wait` is empty
-- where the person had been waiting for that service already; `until_day` is NULL while they wait.
ALTER TABLE leg_sent ADD COLUMN wait TEXT COLLATE "C" NOT NULL DEFAULT ''
    CHECK (wait IN ('', 'waiting', 'started', 'refused', 'moved_on', 'withdrawn', 'died', 'closed'));
ALTER TABLE leg_sent ADD COLUMN until_day BIGINT;

-- Holds all that the estimate reads: one stretch of it for each service.
CREATE INDEX leg_sent_waits ON leg_sent (service, on_day, until_day, wait);

-- The rows of a store that was here before are made again by the next sweep.
UPDATE case_state SET next_wake = computed_at WHERE person IN (SELECT person FROM leg_sent);
