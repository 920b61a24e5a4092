-- Of a table that an earlier release may have made under another name of this script.
CREATE TABLE IF NOT EXISTS idempotency_keys (
    scope        text        NOT NULL,
    key          text        NOT NULL,
    body_hash    bytea       NOT NULL,
    leased_until timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    status       int,
    content_type text,
    etag         text,
    location     text,
    body         bytea,
    PRIMARY KEY (scope, key)
);

CREATE INDEX IF NOT EXISTS idempotency_keys_expiry ON idempotency_keys (expires_at);
