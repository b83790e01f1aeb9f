-- Where services and postcode districts lie, in millionths of a degree, and who says so; how far it is for one person, as
-- a worker typed it; and what is offered to those around a person. No coordinate stands without its source.
ALTER TABLE service ADD COLUMN latitude BIGINT;
ALTER TABLE service ADD COLUMN longitude BIGINT;
ALTER TABLE service ADD COLUMN coordinates_source TEXT COLLATE "C" CHECK (
    (latitude IS NULL AND longitude IS NULL AND coordinates_source IS NULL)
    OR (latitude IS NOT NULL AND longitude IS NOT NULL AND coordinates_source IS NOT NULL AND coordinates_source <> ''));
ALTER TABLE service ADD COLUMN offers_family_or_carers BIGINT;

ALTER TABLE person ADD COLUMN wants_family_support BIGINT;

CREATE TABLE outward_place (
    outward   TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (outward <> ''),
    latitude  BIGINT NOT NULL,
    longitude BIGINT NOT NULL,
    source    TEXT COLLATE "C" NOT NULL CHECK (source <> ''),
    version   BIGINT NOT NULL CHECK (version > 0)
);

CREATE TABLE typed_distance (
    person   TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    service  TEXT COLLATE "C" NOT NULL REFERENCES service (id),
    tenths   BIGINT NOT NULL CHECK (tenths >= 0),  -- of a mile
    worker   TEXT COLLATE "C" NOT NULL REFERENCES worker (id),
    typed_at BIGINT NOT NULL,
    PRIMARY KEY (person, service)
);
