CREATE TABLE indicator_standards (
    owner      text   NOT NULL,
    code       text   NOT NULL,
    version    bigint NOT NULL,
    title      text   NOT NULL,
    source     text,
    from_year  int,
    indicators int    NOT NULL,
    PRIMARY KEY (owner, code)
);

-- The figures that stand. Street is 'district' for the district's own; unit and part are '' where there is none.
CREATE TABLE indicator_values (
    street      text        NOT NULL,
    unit        text        NOT NULL,
    standard    text        NOT NULL,
    no          int         NOT NULL,
    year        int         NOT NULL,
    part        text        NOT NULL,
    value       numeric,
    grade       text,
    yes         boolean,
    planned     numeric,
    evidence    text[]      NOT NULL,
    source      text,
    reported_at timestamptz NOT NULL,
    PRIMARY KEY (street, unit, standard, no, year, part)
);

CREATE INDEX indicator_values_by_standard ON indicator_values (standard, no);
