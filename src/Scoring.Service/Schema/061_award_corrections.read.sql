CREATE TABLE award_corrections (
    street     text  NOT NULL,
    half       text  COLLATE "C" NOT NULL,
    correction int   NOT NULL,
    lists      jsonb NOT NULL,
    PRIMARY KEY (street, half, correction)
);
