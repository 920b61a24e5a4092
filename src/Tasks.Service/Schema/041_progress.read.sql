-- What units reported, on the way and with a submission; of what is corrected nothing counts.
CREATE TABLE progress_reports (
    street        text        NOT NULL,
    assignment_id uuid        NOT NULL,
    report        uuid        NOT NULL,
    source        text        NOT NULL,
    unit          text        NOT NULL,
    on_day        date        NOT NULL,
    at            timestamptz NOT NULL,
    note          text,
    percent       int,
    photos        text[]      NOT NULL,
    replaces      uuid,
    corrected     boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (street, assignment_id, report)
);

CREATE INDEX progress_reports_by_day ON progress_reports (street, on_day) WHERE NOT corrected;

CREATE TABLE reported_quantities (
    street        text    NOT NULL,
    assignment_id uuid    NOT NULL,
    id            uuid    NOT NULL,
    report        uuid    NOT NULL,
    place         int     NOT NULL,
    item          text    NOT NULL,
    amount        numeric NOT NULL,
    measure       text    NOT NULL,
    PRIMARY KEY (street, assignment_id, report, place)
);

CREATE UNIQUE INDEX reported_quantities_by_id ON reported_quantities (street, id);
