CREATE TABLE score_sheets (
    street   text  NOT NULL,
    code     text  NOT NULL,
    version  int   NOT NULL,
    name     text,
    category text  NOT NULL,
    standard text,
    items    jsonb NOT NULL,
    PRIMARY KEY (street, code, version)
);
