CREATE TABLE sanctions (
    street            text   NOT NULL,
    id                text   COLLATE "C" NOT NULL,
    version           bigint NOT NULL,
    kind              text   NOT NULL,
    unit              text,
    post              text,
    scope             text   NOT NULL,
    month             text   COLLATE "C" NOT NULL,
    document          text   NOT NULL,
    measure           text,
    reason            text   NOT NULL,
    author            text   NOT NULL,
    recorded_at       timestamptz NOT NULL,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    PRIMARY KEY (street, id)
);
