CREATE TABLE sync_intents (
    street   text   NOT NULL,
    device   uuid   NOT NULL,
    sequence bigint NOT NULL,
    intent   uuid   NOT NULL,
    outcome  text   NOT NULL,
    target   uuid,
    version  bigint,
    rule     text,
    detail   text,
    pointer  text,
    conflict uuid,
    PRIMARY KEY (street, device, sequence)
);

CREATE INDEX sync_intents_by_id ON sync_intents (street, intent);

CREATE TABLE sync_conflicts (
    street      text        NOT NULL,
    id          uuid        NOT NULL,
    version     bigint      NOT NULL,
    device      uuid        NOT NULL,
    client      text        NOT NULL,
    account     text        NOT NULL,
    target      uuid        NOT NULL,
    kind        text        NOT NULL,
    waiting     int         NOT NULL DEFAULT 1,
    state       text        NOT NULL DEFAULT 'Open',
    take        text,
    reason      text,
    applied     uuid[]      NOT NULL DEFAULT '{}',
    raised_at   timestamptz NOT NULL,
    resolved_at timestamptz,
    PRIMARY KEY (street, id)
);

CREATE INDEX sync_conflicts_by_time ON sync_conflicts (street, state, raised_at, id);
CREATE INDEX sync_conflicts_open ON sync_conflicts (street, device, target) WHERE state = 'Open';
