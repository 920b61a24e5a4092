CREATE TABLE evaluations (
    street  text   NOT NULL,
    half    text   COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    ballots int    NOT NULL,
    opened  jsonb  NOT NULL,
    closed  jsonb,
    PRIMARY KEY (street, half)
);
