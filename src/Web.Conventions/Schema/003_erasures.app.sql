-- Who had personal data erased where and why. The read tables follow when they have been made anew.
CREATE TABLE IF NOT EXISTS erasures (
    id         uuid        NOT NULL PRIMARY KEY,
    street     text        NOT NULL,
    streams    uuid[]      NOT NULL,
    reason     text        NOT NULL,
    asked_by   text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    rebuilt_at timestamptz
);

CREATE INDEX IF NOT EXISTS erasures_open ON erasures (asked_at) WHERE rebuilt_at IS NULL;
