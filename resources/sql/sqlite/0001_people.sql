-- People, the words they are found by, workers and services. Dates are days since 1970-01-01, instants are UTC
-- milliseconds since then, yes and no are 1 and 0, and NULL is "not recorded".

CREATE TABLE store_meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id                     TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    given_name             TEXT    NOT NULL,
    family_name            TEXT    NOT NULL,
    preferred_name         TEXT    NOT NULL,
    sort_name              TEXT    NOT NULL,  -- family, then given name, folded: the order of lists
    pronouns               TEXT    NOT NULL,
    born                   INTEGER,
    sex                    TEXT    NOT NULL CHECK (sex IN ('female', 'male', 'not_recorded')),
    gender                 TEXT    NOT NULL,
    nhs_number             TEXT    CHECK (length(nhs_number) = 10),
    nhs_number_missing     TEXT    NOT NULL,
    address_status         TEXT    NOT NULL,
    address                TEXT    NOT NULL,
    postcode               TEXT    NOT NULL,
    phone                  TEXT    NOT NULL,
    email                  TEXT    NOT NULL,
    contact_preference     TEXT    NOT NULL,
    may_text               INTEGER NOT NULL CHECK (may_text IN (0, 1)),
    may_leave_voicemail    INTEGER NOT NULL CHECK (may_leave_voicemail IN (0, 1)),
    may_write              INTEGER NOT NULL CHECK (may_write IN (0, 1)),
    discreet_only          INTEGER NOT NULL CHECK (discreet_only IN (0, 1)),
    interpreter            TEXT    NOT NULL,
    adjustments            TEXT    NOT NULL,
    access_needs           TEXT    NOT NULL,
    ethnicity              TEXT    NOT NULL,
    companion              TEXT    NOT NULL,
    wishes                 TEXT    NOT NULL,
    safety_alerts          TEXT    NOT NULL,
    avoids_home_area       INTEGER,
    prefers_one_to_one     INTEGER,
    prefers_remote         INTEGER,
    needs_travel_help      INTEGER,
    needs_step_free        INTEGER,
    wants_lived_experience INTEGER,
    language               TEXT    NOT NULL,
    work_hours             TEXT    NOT NULL,
    children_in_household  INTEGER,
    version                INTEGER NOT NULL CHECK (version > 0),
    CHECK (given_name <> '' OR family_name <> '')
) STRICT;

CREATE UNIQUE INDEX person_by_nhs_number ON person (nhs_number) WHERE nhs_number IS NOT NULL;
CREATE INDEX person_by_name ON person (sort_name, id);

-- What a person is found by: every word of their names, folded, the NHS number, and the date of birth as 1991-05-03.
-- `words` is all of them in order, with spaces around: a second word that was typed is looked for there, without a
-- look-up for every row.
CREATE TABLE person_word (
    word      TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    person    TEXT NOT NULL REFERENCES person (id),
    words     TEXT NOT NULL,
    PRIMARY KEY (word, sort_name, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_word_by_person ON person_word (person, word);

CREATE TABLE service (
    id                            TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    name                          TEXT    NOT NULL CHECK (name <> ''),
    kind                          TEXT    NOT NULL,
    needs                         TEXT    NOT NULL,  -- lists are lines
    min_age                       INTEGER,
    max_age                       INTEGER,
    areas                         TEXT    NOT NULL,
    hours                         TEXT    NOT NULL,
    wait_days                     INTEGER,
    accepts_concurrent_use        INTEGER,
    severities                    TEXT    NOT NULL,
    postcode                      TEXT,
    helps_with_travel_cost        INTEGER,
    languages                     TEXT    NOT NULL,
    step_free_access              INTEGER,
    offers_group                  INTEGER,
    offers_one_to_one             INTEGER,
    offers_remote                 INTEGER,
    offers_in_person              INTEGER,
    workers_with_lived_experience INTEGER,
    phone                         TEXT    NOT NULL,
    email                         TEXT    NOT NULL,
    address                       TEXT    NOT NULL,
    website                       TEXT    NOT NULL,
    notes                         TEXT    NOT NULL,
    ods_code                      TEXT    NOT NULL,
    active                        INTEGER NOT NULL CHECK (active IN (0, 1)),
    version                       INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE TABLE worker (
    id      TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    name    TEXT    NOT NULL CHECK (name <> ''),
    role    TEXT    NOT NULL CHECK (role IN ('keyworker', 'coordinator', 'supervisor', 'administrator')),
    service TEXT    NOT NULL,  -- may name one that is not in the directory yet
    team    TEXT    NOT NULL,
    active  INTEGER NOT NULL CHECK (active IN (0, 1)),
    version INTEGER NOT NULL CHECK (version > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    worker TEXT NOT NULL REFERENCES worker (id),
    key    TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (worker, key)
) STRICT, WITHOUT ROWID;
