CREATE TABLE case_rounds (
    street    text NOT NULL,
    case_id   uuid NOT NULL,
    round     int  NOT NULL,
    opened_at timestamptz,
    closed_at timestamptz,
    PRIMARY KEY (street, case_id, round)
) WITH (fillfactor = 70);

CREATE INDEX case_rounds_by_closing ON case_rounds (street, closed_at);

CREATE TABLE case_handlings (
    street        text        NOT NULL,
    assignment_id uuid        NOT NULL,
    version       bigint      NOT NULL,
    case_id       uuid        NOT NULL,
    round         int         NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (street, assignment_id, version)
);

CREATE INDEX case_handlings_by_case ON case_handlings (street, case_id);

CREATE TABLE letterheads (
    street     text   NOT NULL PRIMARY KEY,
    version    bigint NOT NULL,
    letterhead jsonb  NOT NULL
);

CREATE TABLE street_changes (
    street  text   NOT NULL,
    shard   int    NOT NULL,
    changes bigint NOT NULL,
    PRIMARY KEY (street, shard)
) WITH (fillfactor = 50);
