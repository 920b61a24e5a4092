-- What is dated has one row a period, the last day included; without valid_to it holds until further notice. Version is that of the
-- stream, the same in all rows of an entry.
CREATE TABLE streets (
    code    text   NOT NULL PRIMARY KEY,
    version bigint NOT NULL,
    name    text   NOT NULL
);

CREATE TABLE communities (
    street     text   NOT NULL,
    code       text   NOT NULL,
    valid_from date   NOT NULL,
    valid_to   date,
    version    bigint NOT NULL,
    name       text   NOT NULL,
    PRIMARY KEY (street, code, valid_from)
);

CREATE TABLE units (
    street     text   NOT NULL,
    code       text   NOT NULL,
    valid_from date   NOT NULL,
    valid_to   date,
    version    bigint NOT NULL,
    name       text   NOT NULL,
    category   text,
    community  text,
    first_day  date   NOT NULL,
    last_day   date,
    aliases    text[] NOT NULL,
    PRIMARY KEY (street, code, valid_from)
);

CREATE TABLE posts (
    street      text   NOT NULL,
    code        text   NOT NULL,
    valid_from  date   NOT NULL,
    valid_to    date,
    version     bigint NOT NULL,
    title       text   NOT NULL,
    role        text   NOT NULL,
    unit        text,
    fields      text[] NOT NULL,
    communities text[] NOT NULL,
    PRIMARY KEY (street, code, valid_from)
);

CREATE TABLE post_holders (
    street     text NOT NULL,
    code       text NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    holder     text,
    reason     text,
    PRIMARY KEY (street, code, valid_from)
);

CREATE INDEX post_holders_by_holder ON post_holders (street, holder);
