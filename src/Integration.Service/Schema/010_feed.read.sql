CREATE TABLE feed (
    position bigint      NOT NULL PRIMARY KEY,
    street   text        NOT NULL,
    id       uuid        NOT NULL,
    type     text        NOT NULL,
    at       timestamptz NOT NULL,
    data     jsonb       NOT NULL
);

CREATE INDEX feed_by_street ON feed (street, position);
