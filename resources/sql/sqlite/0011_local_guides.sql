-- A team's own local protocols and leaflets, a row for each version: what was in use on which days.
CREATE TABLE local_guide (
    id           TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    kind         TEXT    NOT NULL CHECK (kind IN ('protocol', 'leaflet')),
    name         TEXT    NOT NULL CHECK (name <> ''),
    edition      TEXT    NOT NULL CHECK (edition <> ''),
    from_day     INTEGER NOT NULL,  -- in London
    withdrawn_on INTEGER,  -- the first day it is not used any more; it stays on the list
    service      TEXT    REFERENCES service (id),  -- every service when NULL
    need         TEXT    NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    added_by     TEXT    NOT NULL,
    added_at     INTEGER NOT NULL,
    version      INTEGER NOT NULL CHECK (version > 0),
    CONSTRAINT withdrawn_after_it_began CHECK (withdrawn_on IS NULL OR withdrawn_on >= from_day)
) STRICT;

CREATE UNIQUE INDEX local_guide_edition ON local_guide (name, edition);
CREATE INDEX local_guide_by_name ON local_guide (name, from_day, id);
