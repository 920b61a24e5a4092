CREATE TABLE calendars (
    year     int    NOT NULL PRIMARY KEY,
    version  bigint NOT NULL,
    document jsonb  NOT NULL
);
