CREATE TABLE policies (
    street text  NOT NULL,
    month  text  COLLATE "C" NOT NULL,
    policy jsonb NOT NULL,
    PRIMARY KEY (street, month)
);

CREATE TABLE months (
    street    text   NOT NULL,
    month     text   COLLATE "C" NOT NULL,
    version   bigint NOT NULL,
    closing   jsonb  NOT NULL,
    year      int,
    number    int,
    PRIMARY KEY (street, month)
);

-- Edition 0 is the closing, n the n-th correction that changed the card; without one the subject turned out not to take part.
CREATE TABLE scorecards (
    street  text  NOT NULL,
    month   text  NOT NULL,
    subject text  COLLATE "C" NOT NULL,
    edition int   NOT NULL,
    score   numeric,
    card    text,
    PRIMARY KEY (street, month, subject, edition)
);

-- A card of a hundred lines is large: lz4 wherever the server was built with it.
DO $$
BEGIN
    ALTER TABLE scorecards ALTER COLUMN card SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    NULL;
END $$;

CREATE TABLE corrections (
    street     text  NOT NULL,
    month      text  COLLATE "C" NOT NULL,
    edition    int   NOT NULL,
    correction jsonb NOT NULL,
    PRIMARY KEY (street, month, edition)
);

CREATE TABLE closing_days (
    street     text NOT NULL PRIMARY KEY,
    day        int,
    from_month text COLLATE "C" NOT NULL
);

CREATE TABLE bulletins (
    street   text  NOT NULL,
    year     int   NOT NULL,
    number   int   NOT NULL,
    bulletin jsonb NOT NULL,
    PRIMARY KEY (street, year, number)
);
