-- Policies as they were loaded, when each was put in force, and who signed which citation off. Append-only: an old
-- decision is explained by the policy of its day.

CREATE TABLE policy (
    number    BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
    id        TEXT COLLATE "C" NOT NULL CHECK (id <> ''),
    version   TEXT COLLATE "C" NOT NULL CHECK (version <> ''),
    title     TEXT COLLATE "C" NOT NULL,
    over      TEXT COLLATE "C" NOT NULL,                     -- the national policy that a local one changes; else empty
    source    TEXT COLLATE "C" NOT NULL,                     -- the local file as it was loaded; empty for the shipped policy
    whole     TEXT COLLATE "C" NOT NULL CHECK (whole <> ''), -- the whole policy it makes, as JSON
    loaded_at BIGINT NOT NULL,
    loaded_by TEXT COLLATE "C" NOT NULL                      -- empty: it came with the program
);

CREATE UNIQUE INDEX policy_by_name ON policy (id, version);

CREATE TABLE policy_in_force (
    number  BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
    policy  BIGINT NOT NULL REFERENCES policy (number),
    from_at BIGINT NOT NULL,
    put_at  BIGINT NOT NULL,
    put_by  TEXT COLLATE "C" NOT NULL
);

CREATE TABLE citation_sign_off (
    number    BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
    citation  TEXT COLLATE "C" NOT NULL CHECK (citation <> ''),
    words     TEXT COLLATE "C" NOT NULL,  -- what was signed, to the letter: other words need another sign-off
    worker    TEXT COLLATE "C" NOT NULL,
    name      TEXT COLLATE "C" NOT NULL CHECK (name <> ''),
    signed_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX citation_sign_off_by_citation ON citation_sign_off (citation, words);

CREATE TRIGGER policy_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON policy EXECUTE FUNCTION refuse_change();
CREATE TRIGGER policy_in_force_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_in_force EXECUTE FUNCTION refuse_change();
CREATE TRIGGER citation_sign_off_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON citation_sign_off EXECUTE FUNCTION refuse_change();
