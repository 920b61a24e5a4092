-- Not an event before its time: whoever reads the streams must not learn who will be visited unannounced.
CREATE TABLE draw_secrets (
    street  text   NOT NULL,
    id      uuid   NOT NULL,
    salt    text   NOT NULL,
    targets text[] NOT NULL,
    PRIMARY KEY (street, id)
);
