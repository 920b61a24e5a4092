CREATE TABLE inspections (
    street        text    NOT NULL,
    id            uuid    NOT NULL,
    version       bigint  NOT NULL,
    subject       text    NOT NULL,
    kind          text    NOT NULL,
    date          date    NOT NULL, -- of a visit that is only planned: the first day it may take place
    planned_until date,
    inspector     text,
    by_unit       boolean NOT NULL DEFAULT false, -- filled by the unit itself, and kept apart
    started_by    text, -- account that scores; null for what a ledger says
    inspected_by  text,
    venue_type    text,
    venue_name    text,
    sheet         text    NOT NULL,
    sheet_version int,
    status        text    NOT NULL,
    score         numeric,
    items         jsonb   NOT NULL,
    PRIMARY KEY (street, id)
);

CREATE INDEX inspections_by_date ON inspections (street, date, id);
CREATE INDEX inspections_by_subject ON inspections (street, subject, date, id);
