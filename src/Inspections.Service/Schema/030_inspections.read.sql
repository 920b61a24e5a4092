CREATE TABLE inspections (
    street        text    NOT NULL,
    id            uuid    NOT NULL,
    version       bigint  NOT NULL,
    subject       text    NOT NULL,
    kind          text    NOT NULL,
    date          date    NOT NULL,
    sheet         text    NOT NULL,
    sheet_version int     NOT NULL,
    status        text    NOT NULL,
    score         numeric,
    items         jsonb   NOT NULL,
    PRIMARY KEY (street, id)
);

CREATE INDEX inspections_by_date ON inspections (street, date, id);
CREATE INDEX inspections_by_subject ON inspections (street, subject, date, id);
