ALTER TABLE idempotency_keys ADD COLUMN IF NOT EXISTS caller text NOT NULL DEFAULT '';

CREATE INDEX IF NOT EXISTS idempotency_keys_caller ON idempotency_keys (caller, expires_at);
