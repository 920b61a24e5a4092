CREATE TABLE finding_categories (
    position   int  NOT NULL,
    code       text NOT NULL PRIMARY KEY,
    name       text NOT NULL,
    "limit"    text,
    chapter    text,
    usual_unit text
);

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
