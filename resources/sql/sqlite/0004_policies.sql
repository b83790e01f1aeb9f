-- Policies as they were loaded, when each was put in force, and who signed which citation off. Append-only: an old
-- decision is explained by the policy of its day.

CREATE TABLE policy (
    number    INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    id        TEXT    NOT NULL CHECK (id <> ''),
    version   TEXT    NOT NULL CHECK (version <> ''),
    title     TEXT    NOT NULL,
    over      TEXT    NOT NULL,                     -- the national policy that a local one changes; else empty
    source    TEXT    NOT NULL,                     -- the local file as it was loaded; empty for the shipped policy
    whole     TEXT    NOT NULL CHECK (whole <> ''), -- the whole policy it makes, as JSON
    loaded_at INTEGER NOT NULL,
    loaded_by TEXT    NOT NULL                      -- empty: it came with the program
) STRICT;

CREATE UNIQUE INDEX policy_by_name ON policy (id, version);

CREATE TABLE policy_in_force (
    number  INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    policy  INTEGER NOT NULL REFERENCES policy (number),
    from_at INTEGER NOT NULL,
    put_at  INTEGER NOT NULL,
    put_by  TEXT    NOT NULL
) STRICT;

CREATE TABLE citation_sign_off (
    number    INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    citation  TEXT    NOT NULL CHECK (citation <> ''),
    words     TEXT    NOT NULL,  -- what was signed, to the letter: other words need another sign-off
    worker    TEXT    NOT NULL,
    name      TEXT    NOT NULL CHECK (name <> ''),
    signed_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX citation_sign_off_by_citation ON citation_sign_off (citation, words);

CREATE TRIGGER policy_kept BEFORE UPDATE ON policy BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER policy_stays BEFORE DELETE ON policy BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER policy_in_force_kept BEFORE UPDATE ON policy_in_force BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER policy_in_force_stays BEFORE DELETE ON policy_in_force BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER citation_sign_off_kept BEFORE UPDATE ON citation_sign_off BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER citation_sign_off_stays BEFORE DELETE ON citation_sign_off BEGIN SELECT RAISE(ABORT, 'append-only'); END;
