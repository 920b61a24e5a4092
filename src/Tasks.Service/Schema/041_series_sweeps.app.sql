-- When the materializer last saw to all that a recurrence asks for. Without a row it looks back as far as it ever does.
CREATE TABLE series_sweeps (
    street   text        NOT NULL,
    id       uuid        NOT NULL,
    swept_at timestamptz NOT NULL,
    PRIMARY KEY (street, id)
);
