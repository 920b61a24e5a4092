CREATE TABLE establishments (
    street              text   NOT NULL,
    id                  uuid   NOT NULL,
    version             bigint NOT NULL,
    code                text   NOT NULL,
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
    PRIMARY KEY (street, id)
);

CREATE UNIQUE INDEX establishments_by_code ON establishments (street, code);

CREATE TABLE establishment_checks (
    street      text        NOT NULL,
    id          uuid        NOT NULL,
    day         date        NOT NULL,
    attained    boolean,
    problems    text,
    evidence    text[]      NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (street, id, day)
);
