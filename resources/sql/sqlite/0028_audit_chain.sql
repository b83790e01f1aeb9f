-- Every entry of the audit carries a keyed hash over itself and the entry before it, so that a changed, removed or moved
-- one is noticed.

ALTER TABLE audit ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- Of a store that has no key of its own; what it guards against is in docs/audit.md.
INSERT INTO store_meta (key, value) VALUES ('audit_key', lower(hex(randomblob(32))));

CREATE INDEX audit_by_worker ON audit (worker, seq);
CREATE INDEX audit_by_time ON audit (at, seq);

-- Entries from before the chain are given their link once; nothing else of them changes, and a link never.
DROP TRIGGER audit_kept;
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit
WHEN OLD.mac <> '' OR NEW.mac = '' OR NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.worker <> OLD.worker
  OR NEW.action <> OLD.action OR NEW.subject <> OLD.subject OR NEW.detail <> OLD.detail OR NEW.reason <> OLD.reason
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
