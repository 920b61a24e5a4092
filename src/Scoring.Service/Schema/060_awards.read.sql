CREATE TABLE awards (
    street   text  NOT NULL,
    half     text  COLLATE "C" NOT NULL,
    decision jsonb NOT NULL,
    PRIMARY KEY (street, half)
);
