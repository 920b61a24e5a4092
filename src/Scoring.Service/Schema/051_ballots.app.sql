-- Not in the streams, which are never deleted: closing a round empties both.
CREATE TABLE ballot_keys (
    street text  NOT NULL,
    half   text  NOT NULL,
    key    bytea NOT NULL,
    PRIMARY KEY (street, half)
);

CREATE TABLE ballots (
    street text  NOT NULL,
    half   text  NOT NULL,
    voter  text  NOT NULL,
    scores jsonb NOT NULL,
    PRIMARY KEY (street, half, voter)
);
