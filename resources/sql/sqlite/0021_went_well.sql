-- What services did well for people, in the order the report counts. Made again from the events by `holdfast check
-- --rebuild`, like the other caches.
CREATE TABLE went_well (
    on_day    INTEGER NOT NULL,  -- in London
    person    TEXT    NOT NULL,
    position  INTEGER NOT NULL,
    service   TEXT    NOT NULL,
    need      TEXT    NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    held_both INTEGER NOT NULL,
    PRIMARY KEY (on_day, service, person, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX went_well_by_person ON went_well (person, position);
