CREATE TABLE sampling_plans (
    street  text   NOT NULL,
    code    text   NOT NULL,
    version bigint NOT NULL,
    plan    jsonb  NOT NULL,
    PRIMARY KEY (street, code)
);
