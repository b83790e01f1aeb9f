-- The same tables as sqlite/0001_people.sql; text compares by bytes (COLLATE "C"), as it does there.
-- milliseconds since then, yes and no are 1 and 0, and NULL is "not recorded".

CREATE TABLE store_meta (
    key   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
);

CREATE TABLE person (
    id                     TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    given_name             TEXT COLLATE "C" NOT NULL,
    family_name            TEXT COLLATE "C" NOT NULL,
    preferred_name         TEXT COLLATE "C" NOT NULL,
    sort_name              TEXT COLLATE "C" NOT NULL,  -- family, then given name, folded: the order of lists
    pronouns               TEXT COLLATE "C" NOT NULL,
    born                   BIGINT,
    sex                    TEXT COLLATE "C" NOT NULL CHECK (sex IN ('female', 'male', 'not_recorded')),
    gender                 TEXT COLLATE "C" NOT NULL,
    nhs_number             TEXT COLLATE "C" CHECK (length(nhs_number) = 10),
    nhs_number_missing     TEXT COLLATE "C" NOT NULL,
    address_status         TEXT COLLATE "C" NOT NULL,
    address                TEXT COLLATE "C" NOT NULL,
    postcode               TEXT COLLATE "C" NOT NULL,
    phone                  TEXT COLLATE "C" NOT NULL,
    email                  TEXT COLLATE "C" NOT NULL,
    contact_preference     TEXT COLLATE "C" NOT NULL,
    may_text               BIGINT NOT NULL CHECK (may_text IN (0, 1)),
    may_leave_voicemail    BIGINT NOT NULL CHECK (may_leave_voicemail IN (0, 1)),
    may_write              BIGINT NOT NULL CHECK (may_write IN (0, 1)),
    discreet_only          BIGINT NOT NULL CHECK (discreet_only IN (0, 1)),
    interpreter            TEXT COLLATE "C" NOT NULL,
    adjustments            TEXT COLLATE "C" NOT NULL,
    access_needs           TEXT COLLATE "C" NOT NULL,
    ethnicity              TEXT COLLATE "C" NOT NULL,
    companion              TEXT COLLATE "C" NOT NULL,
    wishes                 TEXT COLLATE "C" NOT NULL,
    safety_alerts          TEXT COLLATE "C" NOT NULL,
    avoids_home_area       BIGINT,
    prefers_one_to_one     BIGINT,
    prefers_remote         BIGINT,
    needs_travel_help      BIGINT,
    needs_step_free        BIGINT,
    wants_lived_experience BIGINT,
    language               TEXT COLLATE "C" NOT NULL,
    work_hours             TEXT COLLATE "C" NOT NULL,
    children_in_household  BIGINT,
    version                BIGINT NOT NULL CHECK (version > 0),
    CHECK (given_name <> '' OR family_name <> '')
);

CREATE UNIQUE INDEX person_by_nhs_number ON person (nhs_number) WHERE nhs_number IS NOT NULL;
CREATE INDEX person_by_name ON person (sort_name, id);

-- What a person is found by: every word of their names, folded, the NHS number, and the date of birth as 1991-05-03.
-- `words` is all of them in order, with spaces around: a second word that was typed is looked for there, without a
-- look-up for every row.
CREATE TABLE person_word (
    word      TEXT COLLATE "C" NOT NULL,
    sort_name TEXT COLLATE "C" NOT NULL,
    person    TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    words     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (word, sort_name, person)
);

CREATE INDEX person_word_by_person ON person_word (person, word);

CREATE TABLE service (
    id                            TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    name                          TEXT COLLATE "C" NOT NULL CHECK (name <> ''),
    kind                          TEXT COLLATE "C" NOT NULL,
    needs                         TEXT COLLATE "C" NOT NULL,  -- lists are lines
    min_age                       BIGINT,
    max_age                       BIGINT,
    areas                         TEXT COLLATE "C" NOT NULL,
    hours                         TEXT COLLATE "C" NOT NULL,
    wait_days                     BIGINT,
    accepts_concurrent_use        BIGINT,
    severities                    TEXT COLLATE "C" NOT NULL,
    postcode                      TEXT COLLATE "C",
    helps_with_travel_cost        BIGINT,
    languages                     TEXT COLLATE "C" NOT NULL,
    step_free_access              BIGINT,
    offers_group                  BIGINT,
    offers_one_to_one             BIGINT,
    offers_remote                 BIGINT,
    offers_in_person              BIGINT,
    workers_with_lived_experience BIGINT,
    phone                         TEXT COLLATE "C" NOT NULL,
    email                         TEXT COLLATE "C" NOT NULL,
    address                       TEXT COLLATE "C" NOT NULL,
    website                       TEXT COLLATE "C" NOT NULL,
    notes                         TEXT COLLATE "C" NOT NULL,
    ods_code                      TEXT COLLATE "C" NOT NULL,
    active                        BIGINT NOT NULL CHECK (active IN (0, 1)),
    version                       BIGINT NOT NULL CHECK (version > 0)
);

CREATE TABLE worker (
    id      TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    name    TEXT COLLATE "C" NOT NULL CHECK (name <> ''),
    role    TEXT COLLATE "C" NOT NULL CHECK (role IN ('keyworker', 'coordinator', 'supervisor', 'administrator')),
    service TEXT COLLATE "C" NOT NULL,  -- may name one that is not in the directory yet
    team    TEXT COLLATE "C" NOT NULL,
    active  BIGINT NOT NULL CHECK (active IN (0, 1)),
    version BIGINT NOT NULL CHECK (version > 0)
);

CREATE TABLE setting (
    worker TEXT COLLATE "C" NOT NULL REFERENCES worker (id),
    key    TEXT COLLATE "C" NOT NULL,
    value  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (worker, key)
);
