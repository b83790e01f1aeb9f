-- What it cost a person to get help is a fact of reports too, with its amount.
ALTER TABLE report_fact DROP CONSTRAINT report_fact_kind_check;
ALTER TABLE report_fact ADD CONSTRAINT report_fact_kind_check
    CHECK (kind IN ('asked', 'joint', 'challenge', 'contact_out', 'contact_in', 'attempt', 'ended', 'protocol',
                    'eighteen', 'meeting', 'carer', 'good', 'cost'));
ALTER TABLE report_fact ADD COLUMN pence BIGINT NOT NULL DEFAULT 0;
