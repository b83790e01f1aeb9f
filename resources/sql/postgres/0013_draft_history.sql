-- A draft may be about somebody who is not on record yet, or about a service: `person` is empty then. `writing` names
-- the sitting of the program that has it open, and is empty once its editor was left in good order: what a dead sitting
-- still holds was cut off and is offered back.
ALTER TABLE draft DROP CONSTRAINT draft_person_fkey;
ALTER TABLE draft ADD CONSTRAINT draft_has_kind CHECK (kind <> '');
ALTER TABLE draft ADD COLUMN writing TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX draft_by_worker ON draft (worker, saved_at) WHERE writing <> '';

-- What a draft was, for 30 days, thinned: see store/draft_history.h.
CREATE TABLE draft_history (
    kind     TEXT COLLATE "C" NOT NULL,
    person   TEXT COLLATE "C" NOT NULL,
    seq      BIGINT NOT NULL CHECK (seq > 0),
    body     TEXT COLLATE "C" NOT NULL,
    began_at BIGINT NOT NULL,
    saved_at BIGINT NOT NULL,
    worker   TEXT COLLATE "C" NOT NULL,
    writing  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, person, seq)
);

CREATE INDEX draft_history_by_age ON draft_history (saved_at);
