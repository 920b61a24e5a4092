-- What a brief asks for, item by item; filed_at says that it is there.
CREATE TABLE assignment_items (
    street        text        NOT NULL,
    assignment_id uuid        NOT NULL,
    key           text        NOT NULL,
    place         bigint      NOT NULL,
    title         text        NOT NULL,
    weight        numeric     NOT NULL,
    documents     text[]      NOT NULL DEFAULT '{}',
    note          text,
    unit          text,
    filed_at      timestamptz,
    redo          text,
    PRIMARY KEY (street, assignment_id, key)
);
