CREATE TABLE appeals (
    street      text        NOT NULL,
    id          uuid        NOT NULL,
    version     bigint      NOT NULL,
    status      text        NOT NULL,
    month       text        COLLATE "C" NOT NULL,
    subject     text        COLLATE "C" NOT NULL,
    kind        text        NOT NULL,
    event_id    uuid        NOT NULL,
    text        text        NOT NULL,
    points      numeric     NOT NULL,
    reason      text        NOT NULL,
    evidence    text,
    lodged_at   timestamptz NOT NULL,
    review      jsonb,
    decision    jsonb,
    PRIMARY KEY (street, id)
);

CREATE INDEX appeals_by_subject ON appeals (street, subject);
CREATE INDEX appeals_open ON appeals (street, month) WHERE status IN ('Lodged', 'Reviewed');

CREATE TABLE waivers (
    street   text    NOT NULL,
    month    text    COLLATE "C" NOT NULL,
    subject  text    COLLATE "C" NOT NULL,
    kind     text    NOT NULL,
    event_id uuid    NOT NULL,
    text     text    NOT NULL,
    points   numeric NOT NULL,
    PRIMARY KEY (street, month, subject, kind, event_id)
);
