CREATE TABLE look_backs (
    street      text   NOT NULL,
    id          uuid   NOT NULL,
    version     bigint NOT NULL,
    finding     uuid   NOT NULL,
    case_number text   NOT NULL,
    round       int    NOT NULL,
    days        int    NOT NULL,
    due         date   NOT NULL,
    unit        text   NOT NULL,
    state       text   NOT NULL,
    note        text,
    photos      text[] NOT NULL DEFAULT '{}',
    done_at     timestamptz,
    PRIMARY KEY (street, id)
);

CREATE INDEX look_backs_by_due ON look_backs (street, due, id);
CREATE INDEX look_backs_by_finding ON look_backs (street, finding);
