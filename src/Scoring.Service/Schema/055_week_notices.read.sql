-- What is listed stands apart from what is read one at a time: a notice of a busy week is large.
CREATE TABLE week_notices (
    street text  NOT NULL,
    year   int   NOT NULL,
    number int   NOT NULL,
    head   jsonb NOT NULL,
    notice jsonb NOT NULL,
    PRIMARY KEY (street, year, number)
);
