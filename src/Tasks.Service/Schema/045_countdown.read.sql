CREATE TABLE evaluation_dates (
    street  text   NOT NULL PRIMARY KEY,
    version bigint NOT NULL,
    day     date   NOT NULL,
    reason  text   NOT NULL
);
