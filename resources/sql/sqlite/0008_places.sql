-- Where services and postcode districts lie, in millionths of a degree, and who says so; how far it is for one person, as
-- a worker typed it; and what is offered to those around a person. No coordinate stands without its source.
ALTER TABLE service ADD COLUMN latitude INTEGER;
ALTER TABLE service ADD COLUMN longitude INTEGER;
ALTER TABLE service ADD COLUMN coordinates_source TEXT CHECK (
    (latitude IS NULL AND longitude IS NULL AND coordinates_source IS NULL)
    OR (latitude IS NOT NULL AND longitude IS NOT NULL AND coordinates_source IS NOT NULL AND coordinates_source <> ''));
ALTER TABLE service ADD COLUMN offers_family_or_carers INTEGER;

ALTER TABLE person ADD COLUMN wants_family_support INTEGER;

CREATE TABLE outward_place (
    outward   TEXT NOT NULL PRIMARY KEY CHECK (outward <> ''),
    latitude  INTEGER NOT NULL,
    longitude INTEGER NOT NULL,
    source    TEXT NOT NULL CHECK (source <> ''),
    version   INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE TABLE typed_distance (
    person   TEXT NOT NULL REFERENCES person (id),
    service  TEXT NOT NULL REFERENCES service (id),
    tenths   INTEGER NOT NULL CHECK (tenths >= 0),  -- of a mile
    worker   TEXT NOT NULL REFERENCES worker (id),
    typed_at INTEGER NOT NULL,
    PRIMARY KEY (person, service)
) STRICT;
