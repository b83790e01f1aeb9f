-- What it cost a person to get help is a fact of reports too, with its amount.
CREATE TABLE report_fact_with_cost (
    on_day    INTEGER NOT NULL,  -- in London
    person    TEXT    NOT NULL,
    position  INTEGER NOT NULL,
    kind      TEXT    NOT NULL
        CHECK (kind IN ('asked', 'joint', 'challenge', 'contact_out', 'contact_in', 'attempt', 'ended', 'protocol',
                        'eighteen', 'meeting', 'carer', 'good', 'cost')),
    need      TEXT    NOT NULL CHECK (need IN ('mental_health', 'substance_use', 'both')),
    service   TEXT    NOT NULL,
    until_day INTEGER,
    outcome   TEXT    NOT NULL,
    yes       INTEGER NOT NULL CHECK (yes IN (0, 1)),
    pence     INTEGER NOT NULL DEFAULT 0,
    age       INTEGER,
    area      TEXT    NOT NULL,
    recorder  TEXT    NOT NULL,
    PRIMARY KEY (on_day, person, position)
) STRICT, WITHOUT ROWID;

INSERT INTO report_fact_with_cost (
    on_day, person, position, kind, need, service, until_day, outcome, yes, age, area, recorder)
SELECT on_day, person, position, kind, need, service, until_day, outcome, yes, age, area, recorder
FROM report_fact;

DROP TABLE report_fact;
ALTER TABLE report_fact_with_cost RENAME TO report_fact;
CREATE INDEX report_fact_by_person ON report_fact (person, position);
