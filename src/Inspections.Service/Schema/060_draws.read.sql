CREATE TABLE draws (
    street       text        NOT NULL,
    id           uuid        NOT NULL,
    version      bigint      NOT NULL,
    pool         text[]      NOT NULL,
    count        int         NOT NULL,
    commitment   text        NOT NULL,
    sealed_at    timestamptz NOT NULL,
    sealed_until timestamptz NOT NULL,
    revealed_at  timestamptz,
    salt         text,
    targets      text[],
    PRIMARY KEY (street, id)
);
