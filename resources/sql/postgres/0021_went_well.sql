-- What services did well for people, in the order the report counts. Made again from the events by `holdfast check
-- --rebuild`, like the other caches.
CREATE TABLE went_well (
    on_day    BIGINT NOT NULL,  -- in London
    person    TEXT COLLATE "C" NOT NULL,
    position  BIGINT NOT NULL,
    service   TEXT COLLATE "C" NOT NULL,
    need      TEXT COLLATE "C" NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    held_both BIGINT NOT NULL,
    PRIMARY KEY (on_day, service, person, position)
);

CREATE INDEX went_well_by_person ON went_well (person, position);
