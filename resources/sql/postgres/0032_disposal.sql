-- A record whose time is over is disposed of: one proposes it, another confirms it, and everything that says something about
-- the person goes in one transaction. What stays says that there was a record and when it went, without a word of it.
CREATE TABLE disposal (
    id       TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    person   TEXT COLLATE "C" NOT NULL,  -- the leading id. No reference: the person goes, this stays
    reason   TEXT COLLATE "C" NOT NULL,  -- in somebody's words; empty once the record is gone
    rule     TEXT COLLATE "C" NOT NULL CHECK (rule <> ''),  -- why it was due, and from which day
    due_on   BIGINT NOT NULL,
    held     TEXT COLLATE "C" NOT NULL CHECK (held <> ''),  -- what was in the record, counted: another count asks for another proposal
    worker   TEXT COLLATE "C" NOT NULL,
    at       BIGINT NOT NULL,
    command  TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE INDEX disposal_by_person ON disposal (person, at);
CREATE INDEX disposal_by_command ON disposal (command);

CREATE TABLE disposal_answer (
    disposal TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES disposal (id),
    kind     TEXT COLLATE "C" NOT NULL CHECK (kind IN ('withdrawn', 'confirmed')),
    worker   TEXT COLLATE "C" NOT NULL,
    at       BIGINT NOT NULL,
    command  TEXT COLLATE "C" NOT NULL REFERENCES command (id)
);

CREATE INDEX disposal_answer_by_command ON disposal_answer (command);

-- Every id of a record that is gone.
CREATE TABLE disposed_person (
    person   TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (person <> ''),
    disposal TEXT COLLATE "C" NOT NULL REFERENCES disposal_answer (disposal)
);

CREATE INDEX disposed_person_by_disposal ON disposed_person (disposal);

-- Of what was written in it, the ids; of events when they were recorded, so that an old report still counts up to the same
-- event and says how many it misses.
CREATE TABLE disposed_entry (
    id          TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
    disposal    TEXT COLLATE "C" NOT NULL REFERENCES disposal_answer (disposal),
    recorded_at BIGINT
);

CREATE INDEX disposed_entry_by_time ON disposed_entry (recorded_at) WHERE recorded_at IS NOT NULL;

-- Whose record is going in this transaction. A row lets the triggers below go of that person's rows, and cannot outlive
-- the transaction: what it refers to is never there.
CREATE TABLE disposing (
    person   TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (person <> ''),
    disposal TEXT COLLATE "C" NOT NULL REFERENCES disposal_answer (disposal),
    left_over BIGINT NOT NULL CHECK (left_over = 0) REFERENCES audit_head (id) DEFERRABLE INITIALLY DEFERRED
);

-- Stands in the place of a reason that went with its record, beside the link that was made with it: a keyed hash over the
-- rest of the entry.
ALTER TABLE audit ADD COLUMN seal TEXT COLLATE "C" NOT NULL DEFAULT '';

CREATE FUNCTION refuse_change_of_disposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.reason <> '' OR NEW.id <> OLD.id OR NEW.person <> OLD.person OR NEW.rule <> OLD.rule OR NEW.due_on <> OLD.due_on
        OR NEW.held <> OLD.held OR NEW.worker <> OLD.worker OR NEW.at <> OLD.at OR NEW.command <> OLD.command
        OR NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person) THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION refuse_own_disposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind = 'confirmed' AND NEW.worker = (SELECT worker FROM disposal WHERE id = NEW.disposal) THEN
        RAISE EXCEPTION 'confirmed by who proposed it' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION refuse_unconfirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1
        FROM disposal d
        JOIN disposal_answer a ON a.disposal = d.id
        WHERE d.id = NEW.disposal AND a.kind = 'confirmed'
          AND d.person IN (NEW.person, (SELECT record FROM merged_record WHERE person = NEW.person))) THEN
        RAISE EXCEPTION 'not confirmed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION refuse_disposed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM disposed_person WHERE person = NEW.person) THEN
        RAISE EXCEPTION 'disposed of' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER disposal_kept BEFORE UPDATE ON disposal FOR EACH ROW EXECUTE FUNCTION refuse_change_of_disposal();
CREATE TRIGGER disposal_stays BEFORE DELETE OR TRUNCATE ON disposal EXECUTE FUNCTION refuse_change();
CREATE TRIGGER disposal_answer_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON disposal_answer EXECUTE FUNCTION refuse_change();
CREATE TRIGGER disposed_person_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON disposed_person EXECUTE FUNCTION refuse_change();
CREATE TRIGGER disposed_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON disposed_entry EXECUTE FUNCTION refuse_change();

CREATE TRIGGER disposal_by_another BEFORE INSERT ON disposal_answer FOR EACH ROW EXECUTE FUNCTION refuse_own_disposal();
CREATE TRIGGER disposing_confirmed BEFORE INSERT ON disposing FOR EACH ROW EXECUTE FUNCTION refuse_unconfirmed();
CREATE TRIGGER disposing_kept BEFORE UPDATE OR TRUNCATE ON disposing EXECUTE FUNCTION refuse_change();

-- Nothing is written about somebody whose record is gone. Elsewhere the reference to the person sees to that.
CREATE TRIGGER draft_of_somebody BEFORE INSERT ON draft FOR EACH ROW EXECUTE FUNCTION refuse_disposed();
CREATE TRIGGER draft_history_of_somebody BEFORE INSERT ON draft_history FOR EACH ROW EXECUTE FUNCTION refuse_disposed();

CREATE OR REPLACE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.worker <> OLD.worker OR NEW.action <> OLD.action
        OR NEW.subject <> OLD.subject OR NEW.detail <> OLD.detail
        OR NOT ((OLD.mac = '' AND NEW.mac <> '' AND NEW.reason = OLD.reason AND NEW.seal = OLD.seal)
                OR (NEW.mac = OLD.mac AND OLD.reason <> '' AND NEW.reason = '' AND OLD.seal = '' AND NEW.seal <> ''
                    AND EXISTS (SELECT 1 FROM disposing WHERE person = OLD.subject))) THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

-- What was append-only stays so, except for the person whose record is going.
CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM disposing WHERE person = OLD.person) THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION refuse_removal_of_letter_sending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM disposing d WHERE d.person = OLD.person OR d.person = (SELECT p.person FROM document p WHERE p.id = OLD.document)) THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION refuse_removal_of_handover_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM disposing d JOIN handover_pack p ON p.person = d.person WHERE p.id = OLD.pack) THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION refuse_removal_of_person_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM disposing d WHERE d.person IN (OLD.kept, OLD.merged)) THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION refuse_removal_of_person_unmerge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM disposing d JOIN person_merge m ON d.person IN (m.kept, m.merged) WHERE m.id = OLD.merge) THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION refuse_removal_of_emergency_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM disposing d JOIN emergency e ON e.person = d.person WHERE e.id = OLD.emergency) THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION refuse_removal_of_emergency_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM disposing d JOIN emergency e ON e.person = d.person WHERE e.id = OLD.emergency) THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;

DROP TRIGGER case_event_kept ON case_event;
CREATE TRIGGER case_event_kept BEFORE UPDATE OR TRUNCATE ON case_event EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_event_stays BEFORE DELETE ON case_event FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER assessment_kept ON assessment;
CREATE TRIGGER assessment_kept BEFORE UPDATE OR TRUNCATE ON assessment EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessment_stays BEFORE DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER document_kept ON document;
CREATE TRIGGER document_kept BEFORE UPDATE OR TRUNCATE ON document EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_stays BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER note_kept ON note;
CREATE TRIGGER note_kept BEFORE UPDATE OR TRUNCATE ON note EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_stays BEFORE DELETE ON note FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER note_amendment_kept ON note_amendment;
CREATE TRIGGER note_amendment_kept BEFORE UPDATE OR TRUNCATE ON note_amendment EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_amendment_stays BEFORE DELETE ON note_amendment FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER note_in_error_kept ON note_in_error;
CREATE TRIGGER note_in_error_kept BEFORE UPDATE OR TRUNCATE ON note_in_error EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_in_error_stays BEFORE DELETE ON note_in_error FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER note_reading_kept ON note_reading;
CREATE TRIGGER note_reading_kept BEFORE UPDATE OR TRUNCATE ON note_reading EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_reading_stays BEFORE DELETE ON note_reading FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER consent_kept ON consent;
CREATE TRIGGER consent_kept BEFORE UPDATE OR TRUNCATE ON consent EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_stays BEFORE DELETE ON consent FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER consent_in_error_kept ON consent_in_error;
CREATE TRIGGER consent_in_error_kept BEFORE UPDATE OR TRUNCATE ON consent_in_error EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_in_error_stays BEFORE DELETE ON consent_in_error FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER share_exception_kept ON share_exception;
CREATE TRIGGER share_exception_kept BEFORE UPDATE OR TRUNCATE ON share_exception EXECUTE FUNCTION refuse_change();
CREATE TRIGGER share_exception_stays BEFORE DELETE ON share_exception FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER carer_call_stays ON carer_call;
CREATE TRIGGER carer_call_kept BEFORE TRUNCATE ON carer_call EXECUTE FUNCTION refuse_change();
CREATE TRIGGER carer_call_stays BEFORE DELETE ON carer_call FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER story_kept ON story;
CREATE TRIGGER story_kept BEFORE UPDATE OR TRUNCATE ON story EXECUTE FUNCTION refuse_change();
CREATE TRIGGER story_stays BEFORE DELETE ON story FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER story_reading_kept ON story_reading;
CREATE TRIGGER story_reading_kept BEFORE UPDATE OR TRUNCATE ON story_reading EXECUTE FUNCTION refuse_change();
CREATE TRIGGER story_reading_stays BEFORE DELETE ON story_reading FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER handover_pack_kept ON handover_pack;
CREATE TRIGGER handover_pack_kept BEFORE UPDATE OR TRUNCATE ON handover_pack EXECUTE FUNCTION refuse_change();
CREATE TRIGGER handover_pack_stays BEFORE DELETE ON handover_pack FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER plan_kept ON plan;
CREATE TRIGGER plan_kept BEFORE UPDATE OR TRUNCATE ON plan EXECUTE FUNCTION refuse_change();
CREATE TRIGGER plan_stays BEFORE DELETE ON plan FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER plan_mark_kept ON plan_mark;
CREATE TRIGGER plan_mark_kept BEFORE UPDATE OR TRUNCATE ON plan_mark EXECUTE FUNCTION refuse_change();
CREATE TRIGGER plan_mark_stays BEFORE DELETE ON plan_mark FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER meeting_record_kept ON meeting_record;
CREATE TRIGGER meeting_record_kept BEFORE UPDATE OR TRUNCATE ON meeting_record EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_record_stays BEFORE DELETE ON meeting_record FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER restriction_kept ON restriction;
CREATE TRIGGER restriction_kept BEFORE UPDATE OR TRUNCATE ON restriction EXECUTE FUNCTION refuse_change();
CREATE TRIGGER restriction_stays BEFORE DELETE ON restriction FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER restriction_name_kept ON restriction_name;
CREATE TRIGGER restriction_name_kept BEFORE UPDATE OR TRUNCATE ON restriction_name EXECUTE FUNCTION refuse_change();
CREATE TRIGGER restriction_name_stays BEFORE DELETE ON restriction_name FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER emergency_kept ON emergency;
CREATE TRIGGER emergency_kept BEFORE UPDATE OR TRUNCATE ON emergency EXECUTE FUNCTION refuse_change();
CREATE TRIGGER emergency_stays BEFORE DELETE ON emergency FOR EACH ROW EXECUTE FUNCTION refuse_removal();
DROP TRIGGER letter_sending_kept ON letter_sending;
CREATE TRIGGER letter_sending_kept BEFORE UPDATE OR TRUNCATE ON letter_sending EXECUTE FUNCTION refuse_change();
CREATE TRIGGER letter_sending_stays BEFORE DELETE ON letter_sending FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_letter_sending();
DROP TRIGGER handover_answer_kept ON handover_answer;
CREATE TRIGGER handover_answer_kept BEFORE UPDATE OR TRUNCATE ON handover_answer EXECUTE FUNCTION refuse_change();
CREATE TRIGGER handover_answer_stays BEFORE DELETE ON handover_answer FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_handover_answer();
DROP TRIGGER person_merge_kept ON person_merge;
CREATE TRIGGER person_merge_kept BEFORE UPDATE OR TRUNCATE ON person_merge EXECUTE FUNCTION refuse_change();
CREATE TRIGGER person_merge_stays BEFORE DELETE ON person_merge FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_person_merge();
DROP TRIGGER person_unmerge_kept ON person_unmerge;
CREATE TRIGGER person_unmerge_kept BEFORE UPDATE OR TRUNCATE ON person_unmerge EXECUTE FUNCTION refuse_change();
CREATE TRIGGER person_unmerge_stays BEFORE DELETE ON person_unmerge FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_person_unmerge();
DROP TRIGGER emergency_end_kept ON emergency_end;
CREATE TRIGGER emergency_end_kept BEFORE UPDATE OR TRUNCATE ON emergency_end EXECUTE FUNCTION refuse_change();
CREATE TRIGGER emergency_end_stays BEFORE DELETE ON emergency_end FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_emergency_end();
DROP TRIGGER emergency_review_kept ON emergency_review;
CREATE TRIGGER emergency_review_kept BEFORE UPDATE OR TRUNCATE ON emergency_review EXECUTE FUNCTION refuse_change();
CREATE TRIGGER emergency_review_stays BEFORE DELETE ON emergency_review FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_emergency_review();
