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

CREATE TABLE scorecards (
    street  text  NOT NULL,
    month   text  NOT NULL,
    subject text  COLLATE "C" NOT NULL,
    card    jsonb NOT NULL,
    PRIMARY KEY (street, month, subject)
);

CREATE TABLE bulletins (
    street   text  NOT NULL,
    year     int   NOT NULL,
    number   int   NOT NULL,
    bulletin jsonb NOT NULL,
    PRIMARY KEY (street, year, number)
);
