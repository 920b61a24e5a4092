-- One row for each time a case was worked on: the moments that its figures are made of, so that it can be judged as of any.
CREATE TABLE finding_rounds (
    street        text        NOT NULL,
    finding       uuid        NOT NULL,
    round         int         NOT NULL,
    began_at      timestamptz NOT NULL,
    against       text,
    routed_at     timestamptz,
    extended_at   timestamptz,
    assigned_at   timestamptz[] NOT NULL DEFAULT '{}',
    reported_at   timestamptz[] NOT NULL DEFAULT '{}',
    rejected_at   timestamptz[] NOT NULL DEFAULT '{}',
    struck_off_at timestamptz,
    ended_at      timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (street, finding, round)
);

CREATE INDEX finding_rounds_by_beginning ON finding_rounds (street, began_at);
CREATE INDEX finding_rounds_by_striking_off ON finding_rounds (street, struck_off_at) WHERE struck_off_at IS NOT NULL;
CREATE INDEX finding_rounds_by_ending ON finding_rounds (street, ended_at);

-- Each deadline of a round and the span in which it was the last one set; at any moment at most one of a round stands.
CREATE TABLE finding_deadlines (
    street       text        NOT NULL,
    finding      uuid        NOT NULL,
    round        int         NOT NULL,
    version      bigint      NOT NULL,
    unit         text        NOT NULL,
    due          timestamptz NOT NULL,
    stands_from  timestamptz NOT NULL,
    stands_until timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (street, finding, round, version)
);

CREATE INDEX finding_deadlines_by_due ON finding_deadlines (street, due);
