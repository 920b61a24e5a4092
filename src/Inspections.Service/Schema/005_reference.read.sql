CREATE TABLE finding_categories (
    list_version int     NOT NULL,
    position     int     NOT NULL,
    code         text    NOT NULL,
    current      boolean NOT NULL,
    entry        jsonb   NOT NULL,
    PRIMARY KEY (list_version, code)
);

CREATE INDEX finding_categories_current ON finding_categories (code) WHERE current;

CREATE TABLE known_streets (
    street text NOT NULL PRIMARY KEY,
    name   text NOT NULL
);

CREATE TABLE known_units (
    street text NOT NULL,
    unit   text NOT NULL,
    name   text NOT NULL,
    category    text,
    valid_from  date NOT NULL,
    valid_until date,
    PRIMARY KEY (street, unit)
);
