CREATE TABLE inspection_points (
    street             text   NOT NULL,
    code               text   NOT NULL,
    version            bigint NOT NULL,
    name               text   NOT NULL,
    community          text   NOT NULL,
    professional_group text   NOT NULL,
    guide              text,
    address            text,
    longitude          double precision,
    latitude           double precision,
    PRIMARY KEY (street, code)
);
