-- Every entry of the audit carries a keyed hash over itself and the entry before it, so that a changed, removed or moved
-- one is noticed.

ALTER TABLE audit ADD COLUMN reason TEXT COLLATE "C" NOT NULL DEFAULT '';

-- A program from before the chain is told to be brought up to date, instead of leaving entries without a link.
ALTER TABLE audit ALTER COLUMN mac DROP DEFAULT;

-- Of a store that has no key of its own; what it guards against is in docs/audit.md.
INSERT INTO store_meta (key, value)
VALUES ('audit_key', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

CREATE INDEX audit_by_worker ON audit (worker, seq);
CREATE INDEX audit_by_time ON audit (at, seq);

-- Entries from before the chain are given their link once; nothing else of them changes, and a link never.
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.mac <> '' OR NEW.mac = '' OR NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.worker <> OLD.worker
        OR NEW.action <> OLD.action OR NEW.subject <> OLD.subject OR NEW.detail <> OLD.detail
        OR NEW.reason <> OLD.reason THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER audit_kept ON audit;
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_stays BEFORE DELETE OR TRUNCATE ON audit EXECUTE FUNCTION refuse_change();
