-- What happened to an assignment on which day: what reports of a period count. A deadline at 24:00 belongs to the day that ends with it.
CREATE TABLE assignment_milestones (
    street        text        NOT NULL,
    assignment_id uuid        NOT NULL,
    version       bigint      NOT NULL,
    milestone     text        NOT NULL,
    unit          text        NOT NULL,
    at            timestamptz NOT NULL,
    on_day        date        NOT NULL,
    reason        text,
    PRIMARY KEY (street, assignment_id, version)
);

CREATE INDEX assignment_milestones_by_day ON assignment_milestones (street, on_day, milestone);
