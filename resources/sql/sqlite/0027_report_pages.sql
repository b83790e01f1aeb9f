-- What the bounce report counts, packed: a page for each month and each of 4096 handfuls of people, so that a period is a
-- few stretches of short rows however wide the tables are that it comes from. Kept with those tables, and made again from
-- them when a store is opened that is older than this, and by `holdfast check --rebuild`.
CREATE TABLE report_page (
    id   INTEGER NOT NULL PRIMARY KEY,  -- ((year * 12 + month - 1) * 2 + (0 bounces, 1 the rest)) * 4096 + handful
    rows BLOB    NOT NULL
) STRICT;

-- The texts that pages name by number: services, reasons, districts, who wrote something down.
CREATE TABLE report_word (
    id   INTEGER NOT NULL PRIMARY KEY,
    word TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX report_word_once ON report_word (word);

-- Of each handful of people, so that a report need not count everybody: how many events they have, how many of them have an
-- open need, and how many of those are accepted with all that is open.
CREATE TABLE report_handful (
    id     INTEGER NOT NULL PRIMARY KEY,
    events INTEGER NOT NULL,
    held   INTEGER NOT NULL,
    joined INTEGER NOT NULL
) STRICT;

-- One row: whether what was there before these tables is in them.
CREATE TABLE report_state (
    id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    built INTEGER NOT NULL CHECK (built IN (0, 1))
) STRICT;

INSERT INTO report_state (id, built) VALUES (1, 0);

-- Those who work, for the wish to be seen outside their hours.
CREATE INDEX person_working ON person (id, work_hours) WHERE work_hours <> '';

-- Counted nowhere, and more than all else: they are no longer kept.
DELETE FROM report_fact WHERE kind = 'contact_in';
