CREATE TABLE streets (
    code    text   NOT NULL PRIMARY KEY,
    version bigint NOT NULL,
    name    text   NOT NULL
);

CREATE TABLE communities (
    street  text   NOT NULL,
    code    text   NOT NULL,
    version bigint NOT NULL,
    name    text   NOT NULL,
    PRIMARY KEY (street, code)
);

CREATE TABLE units (
    street    text   NOT NULL,
    code      text   NOT NULL,
    version   bigint NOT NULL,
    name      text   NOT NULL,
    category  text,
    community text,
    first_day date   NOT NULL,
    last_day  date,
    PRIMARY KEY (street, code)
);

CREATE TABLE posts (
    street      text   NOT NULL,
    code        text   NOT NULL,
    version     bigint NOT NULL,
    title       text   NOT NULL,
    role        text   NOT NULL,
    holder      text,
    unit        text,
    fields      text[] NOT NULL,
    communities text[] NOT NULL,
    PRIMARY KEY (street, code)
);
