CREATE TABLE establishments (
    street              text   NOT NULL,
    code                text   NOT NULL,
    version             bigint NOT NULL,
    name                text   NOT NULL,
    trade               text   NOT NULL,
    community           text   NOT NULL,
    address             text,
    licence             text   NOT NULL,
    health_certificates int,
    last_check          date,
    standing            text   NOT NULL DEFAULT 'Unknown',
    problems            text,
    closed_on           date,
    PRIMARY KEY (street, code)
);

CREATE TABLE establishment_checks (
    street      text        NOT NULL,
    code        text        NOT NULL,
    day         date        NOT NULL,
    attained    boolean,
    problems    text,
    evidence    text[]      NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (street, code, day)
);
