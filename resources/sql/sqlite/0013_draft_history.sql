-- A draft may be about somebody who is not on record yet, or about a service: `person` is empty then. `writing` names
-- the sitting of the program that has it open, and is empty once its editor was left in good order: what a dead sitting
-- still holds was cut off and is offered back.
CREATE TABLE draft_next (
    kind     TEXT    NOT NULL CHECK (kind <> ''),
    person   TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    version  INTEGER NOT NULL CHECK (version > 0),
    saved_at INTEGER NOT NULL,
    worker   TEXT    NOT NULL,
    writing  TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (kind, person)
) STRICT;

INSERT INTO draft_next (kind, person, body, version, saved_at, worker)
SELECT kind, person, body, version, saved_at, worker FROM draft;

DROP TABLE draft;
ALTER TABLE draft_next RENAME TO draft;
CREATE INDEX draft_by_person ON draft (person, kind);
CREATE INDEX draft_by_worker ON draft (worker, saved_at) WHERE writing <> '';

-- What a draft was, for 30 days, thinned: see store/draft_history.h.
CREATE TABLE draft_history (
    kind     TEXT    NOT NULL,
    person   TEXT    NOT NULL,
    seq      INTEGER NOT NULL CHECK (seq > 0),
    body     TEXT    NOT NULL,
    began_at INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    worker   TEXT    NOT NULL,
    writing  TEXT    NOT NULL,
    PRIMARY KEY (kind, person, seq)
) STRICT;

CREATE INDEX draft_history_by_age ON draft_history (saved_at);
