-- What the bounce report counts, packed: a page for each month and each of 4096 handfuls of people, so that a period is a
-- few stretches of short rows however wide the tables are that it comes from. Kept with those tables, and made again from
-- them when a store is opened that is older than this, and by `holdfast check --rebuild`.
CREATE TABLE report_page (
    id   BIGINT NOT NULL PRIMARY KEY,  -- ((year * 12 + month - 1) * 2 + (0 bounces, 1 the rest)) * 4096 + handful
    rows BYTEA  NOT NULL
);

-- Packed already: to squeeze them again would cost time at every save.
ALTER TABLE report_page ALTER COLUMN rows SET STORAGE EXTERNAL;

-- The texts that pages name by number: services, reasons, districts, who wrote something down.
CREATE TABLE report_word (
    id   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    word TEXT COLLATE "C" NOT NULL
);

CREATE UNIQUE INDEX report_word_once ON report_word (word);

-- Of each handful of people, so that a report need not count everybody: how many events they have, how many of them have an
-- open need, and how many of those are accepted with all that is open.
CREATE TABLE report_handful (
    id     BIGINT NOT NULL PRIMARY KEY,
    events BIGINT NOT NULL,
    held   BIGINT NOT NULL,
    joined BIGINT NOT NULL
);

-- One row: whether what was there before these tables is in them.
CREATE TABLE report_state (
    id    BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    built BIGINT NOT NULL CHECK (built IN (0, 1))
);

INSERT INTO report_state (id, built) VALUES (1, 0);

-- Those who work, for the wish to be seen outside their hours.
CREATE INDEX person_working ON person (id, work_hours) WHERE work_hours <> '';

-- Counted nowhere, and more than all else: they are no longer kept.
DELETE FROM report_fact WHERE kind = 'contact_in';
