CREATE TABLE plans (
    street           text   NOT NULL,
    id               uuid   NOT NULL,
    version          bigint NOT NULL,
    document_number  text   NOT NULL,
    title            text   NOT NULL,
    issuer           text   NOT NULL,
    issued_on        date   NOT NULL,
    assignments      int    NOT NULL,
    missing_annexes  text[] NOT NULL,
    resolved_annexes text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (street, id)
);
