CREATE TABLE ledger_imports (
    street       text        NOT NULL,
    id           uuid        NOT NULL,
    version      bigint      NOT NULL,
    at           timestamptz NOT NULL,
    by           text,
    cases        int         NOT NULL,
    inspections  int         NOT NULL,
    withdrawn_at timestamptz,
    reason       text,
    PRIMARY KEY (street, id)
);

CREATE INDEX ledger_imports_by_time ON ledger_imports (street, at, id);
