-- One row for each time a case was worked on; what the figures judge a case by.
CREATE TABLE finding_rounds (
    street        text        NOT NULL,
    finding       uuid        NOT NULL,
    round         int         NOT NULL,
    began_at      timestamptz NOT NULL,
    unit          text,
    due           timestamptz,
    extensions    int         NOT NULL DEFAULT 0,
    reported_at   timestamptz,
    struck_off_at timestamptz,
    PRIMARY KEY (street, finding, round)
);

CREATE INDEX finding_rounds_by_due ON finding_rounds (street, due) WHERE due IS NOT NULL;
CREATE INDEX finding_rounds_by_beginning ON finding_rounds (street, began_at);
CREATE INDEX finding_rounds_by_striking_off ON finding_rounds (street, struck_off_at) WHERE struck_off_at IS NOT NULL;
