-- Pictures are opened after their upload is answered, and until then these rows are the queue. Those from before this script were opened
-- while their upload waited.
ALTER TABLE evidence
    ADD COLUMN awaits_recognition   boolean NOT NULL DEFAULT false,
    ADD COLUMN recognition_attempts int     NOT NULL DEFAULT 0,
    ADD COLUMN recognition_due      timestamptz,
    ADD COLUMN unreadable           boolean NOT NULL DEFAULT false;

CREATE INDEX evidence_awaiting_recognition ON evidence (stored_by, stored_at) WHERE awaits_recognition;
