-- A team's own local protocols and leaflets, a row for each version: what was in use on which days.
CREATE TABLE local_guide (
    id           TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    kind         TEXT COLLATE "C" NOT NULL CHECK (kind IN ('protocol', 'leaflet')),
    name         TEXT COLLATE "C" NOT NULL CHECK (name <> ''),
    edition      TEXT COLLATE "C" NOT NULL CHECK (edition <> ''),
    from_day     BIGINT           NOT NULL,  -- in London
    withdrawn_on BIGINT,  -- the first day it is not used any more; it stays on the list
    service      TEXT COLLATE "C" REFERENCES service (id),  -- every service when NULL
    need         TEXT COLLATE "C" NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    added_by     TEXT COLLATE "C" NOT NULL,
    added_at     BIGINT           NOT NULL,
    version      BIGINT           NOT NULL CHECK (version > 0),
    CONSTRAINT withdrawn_after_it_began CHECK (withdrawn_on IS NULL OR withdrawn_on >= from_day)
);

CREATE UNIQUE INDEX local_guide_edition ON local_guide (name, edition);
CREATE INDEX local_guide_by_name ON local_guide (name, from_day, id);
