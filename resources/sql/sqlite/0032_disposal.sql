-- A record whose time is over is disposed of: one proposes it, another confirms it, and everything that says something about
-- the person goes in one transaction. What stays says that there was a record and when it went, without a word of it.
CREATE TABLE disposal (
    id       TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    person   TEXT    NOT NULL,  -- the leading id. No reference: the person goes, this stays
    reason   TEXT    NOT NULL,  -- in somebody's words; empty once the record is gone
    rule     TEXT    NOT NULL CHECK (rule <> ''),  -- why it was due, and from which day
    due_on   INTEGER NOT NULL,
    held     TEXT    NOT NULL CHECK (held <> ''),  -- what was in the record, counted: another count asks for another proposal
    worker   TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    command  TEXT    NOT NULL REFERENCES command (id)
) STRICT;

CREATE INDEX disposal_by_person ON disposal (person, at);
CREATE INDEX disposal_by_command ON disposal (command);

CREATE TABLE disposal_answer (
    disposal TEXT    NOT NULL PRIMARY KEY REFERENCES disposal (id),
    kind     TEXT    NOT NULL CHECK (kind IN ('withdrawn', 'confirmed')),
    worker   TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    command  TEXT    NOT NULL REFERENCES command (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX disposal_answer_by_command ON disposal_answer (command);

-- Every id of a record that is gone.
CREATE TABLE disposed_person (
    person   TEXT    NOT NULL PRIMARY KEY CHECK (person <> ''),
    disposal TEXT    NOT NULL REFERENCES disposal_answer (disposal)
) STRICT, WITHOUT ROWID;

CREATE INDEX disposed_person_by_disposal ON disposed_person (disposal);

-- Of what was written in it, the ids; of events when they were recorded, so that an old report still counts up to the same
-- event and says how many it misses.
CREATE TABLE disposed_entry (
    id          TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    disposal    TEXT    NOT NULL REFERENCES disposal_answer (disposal),
    recorded_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX disposed_entry_by_time ON disposed_entry (recorded_at) WHERE recorded_at IS NOT NULL;

-- Whose record is going in this transaction. A row lets the triggers below go of that person's rows, and cannot outlive
-- the transaction: what it refers to is never there.
CREATE TABLE disposing (
    person   TEXT    NOT NULL PRIMARY KEY CHECK (person <> ''),
    disposal TEXT    NOT NULL REFERENCES disposal_answer (disposal),
    left_over INTEGER NOT NULL CHECK (left_over = 0) REFERENCES audit_head (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Stands in the place of a reason that went with its record, beside the link that was made with it: a keyed hash over the
-- rest of the entry.
ALTER TABLE audit ADD COLUMN seal TEXT    NOT NULL DEFAULT '';

CREATE TRIGGER disposal_kept BEFORE UPDATE ON disposal
WHEN NEW.reason <> '' OR NEW.id <> OLD.id OR NEW.person <> OLD.person OR NEW.rule <> OLD.rule OR NEW.due_on <> OLD.due_on
  OR NEW.held <> OLD.held OR NEW.worker <> OLD.worker OR NEW.at <> OLD.at OR NEW.command <> OLD.command
  OR NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER disposal_stays BEFORE DELETE ON disposal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER disposal_answer_kept BEFORE UPDATE ON disposal_answer BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER disposal_answer_stays BEFORE DELETE ON disposal_answer BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER disposed_person_kept BEFORE UPDATE ON disposed_person BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER disposed_person_stays BEFORE DELETE ON disposed_person BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER disposed_entry_kept BEFORE UPDATE ON disposed_entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER disposed_entry_stays BEFORE DELETE ON disposed_entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER disposal_by_another BEFORE INSERT ON disposal_answer
WHEN NEW.kind = 'confirmed' AND NEW.worker = (SELECT worker FROM disposal WHERE id = NEW.disposal)
BEGIN SELECT RAISE(ABORT, 'confirmed by who proposed it'); END;
CREATE TRIGGER disposing_confirmed BEFORE INSERT ON disposing
WHEN NOT EXISTS (
    SELECT 1
    FROM disposal d
    JOIN disposal_answer a ON a.disposal = d.id
    WHERE d.id = NEW.disposal AND a.kind = 'confirmed'
      AND d.person IN (NEW.person, (SELECT record FROM merged_record WHERE person = NEW.person)))
BEGIN SELECT RAISE(ABORT, 'not confirmed'); END;
CREATE TRIGGER disposing_kept BEFORE UPDATE ON disposing BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- Nothing is written about somebody whose record is gone. Elsewhere the reference to the person sees to that.
CREATE TRIGGER draft_of_somebody BEFORE INSERT ON draft
WHEN EXISTS (SELECT 1 FROM disposed_person WHERE person = NEW.person)
BEGIN SELECT RAISE(ABORT, 'disposed of'); END;
CREATE TRIGGER draft_history_of_somebody BEFORE INSERT ON draft_history
WHEN EXISTS (SELECT 1 FROM disposed_person WHERE person = NEW.person)
BEGIN SELECT RAISE(ABORT, 'disposed of'); END;

DROP TRIGGER audit_kept;
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit
WHEN NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.worker <> OLD.worker OR NEW.action <> OLD.action
  OR NEW.subject <> OLD.subject OR NEW.detail <> OLD.detail
  OR NOT ((OLD.mac = '' AND NEW.mac <> '' AND NEW.reason = OLD.reason AND NEW.seal = OLD.seal)
          OR (NEW.mac = OLD.mac AND OLD.reason <> '' AND NEW.reason = '' AND OLD.seal = '' AND NEW.seal <> ''
              AND EXISTS (SELECT 1 FROM disposing WHERE person = OLD.subject)))
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- What was append-only stays so, except for the person whose record is going.
DROP TRIGGER case_event_stays;
CREATE TRIGGER case_event_stays BEFORE DELETE ON case_event
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER assessment_stays;
CREATE TRIGGER assessment_stays BEFORE DELETE ON assessment
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER document_stays;
CREATE TRIGGER document_stays BEFORE DELETE ON document
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER note_stays;
CREATE TRIGGER note_stays BEFORE DELETE ON note
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER note_amendment_stays;
CREATE TRIGGER note_amendment_stays BEFORE DELETE ON note_amendment
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER note_in_error_stays;
CREATE TRIGGER note_in_error_stays BEFORE DELETE ON note_in_error
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER note_reading_stays;
CREATE TRIGGER note_reading_stays BEFORE DELETE ON note_reading
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER consent_stays;
CREATE TRIGGER consent_stays BEFORE DELETE ON consent
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER consent_in_error_stays;
CREATE TRIGGER consent_in_error_stays BEFORE DELETE ON consent_in_error
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER share_exception_stays;
CREATE TRIGGER share_exception_stays BEFORE DELETE ON share_exception
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER carer_call_stays;
CREATE TRIGGER carer_call_stays BEFORE DELETE ON carer_call
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER story_stays;
CREATE TRIGGER story_stays BEFORE DELETE ON story
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER story_reading_stays;
CREATE TRIGGER story_reading_stays BEFORE DELETE ON story_reading
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER handover_pack_stays;
CREATE TRIGGER handover_pack_stays BEFORE DELETE ON handover_pack
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER plan_stays;
CREATE TRIGGER plan_stays BEFORE DELETE ON plan
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER plan_mark_stays;
CREATE TRIGGER plan_mark_stays BEFORE DELETE ON plan_mark
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER meeting_record_stays;
CREATE TRIGGER meeting_record_stays BEFORE DELETE ON meeting_record
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER restriction_stays;
CREATE TRIGGER restriction_stays BEFORE DELETE ON restriction
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER restriction_name_stays;
CREATE TRIGGER restriction_name_stays BEFORE DELETE ON restriction_name
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER emergency_stays;
CREATE TRIGGER emergency_stays BEFORE DELETE ON emergency
WHEN NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER letter_sending_stays;
CREATE TRIGGER letter_sending_stays BEFORE DELETE ON letter_sending
WHEN NOT EXISTS (SELECT 1 FROM disposing d WHERE d.person = OLD.person OR d.person = (SELECT p.person FROM document p WHERE p.id = OLD.document))
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER handover_answer_stays;
CREATE TRIGGER handover_answer_stays BEFORE DELETE ON handover_answer
WHEN NOT EXISTS (SELECT 1 FROM disposing d JOIN handover_pack p ON p.person = d.person WHERE p.id = OLD.pack)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER person_merge_stays;
CREATE TRIGGER person_merge_stays BEFORE DELETE ON person_merge
WHEN NOT EXISTS (SELECT 1 FROM disposing d WHERE d.person IN (OLD.kept, OLD.merged))
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER person_unmerge_stays;
CREATE TRIGGER person_unmerge_stays BEFORE DELETE ON person_unmerge
WHEN NOT EXISTS (SELECT 1 FROM disposing d JOIN person_merge m ON d.person IN (m.kept, m.merged) WHERE m.id = OLD.merge)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER emergency_end_stays;
CREATE TRIGGER emergency_end_stays BEFORE DELETE ON emergency_end
WHEN NOT EXISTS (SELECT 1 FROM disposing d JOIN emergency e ON e.person = d.person WHERE e.id = OLD.emergency)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER emergency_review_stays;
CREATE TRIGGER emergency_review_stays BEFORE DELETE ON emergency_review
WHEN NOT EXISTS (SELECT 1 FROM disposing d JOIN emergency e ON e.person = d.person WHERE e.id = OLD.emergency)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
