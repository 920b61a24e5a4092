CREATE TABLE missed_deadlines (
    street   text        NOT NULL,
    id       uuid        NOT NULL,
    version  bigint      NOT NULL,
    event_id uuid        NOT NULL,
    title    text        NOT NULL,
    unit     text        NOT NULL,
    due      timestamptz NOT NULL,
    PRIMARY KEY (street, id, version)
);

CREATE INDEX missed_deadlines_by_due ON missed_deadlines (street, due);

CREATE TABLE manual_entries (
    street    text    NOT NULL,
    id        text    COLLATE "C" NOT NULL,
    version   bigint  NOT NULL,
    stream_id uuid    NOT NULL,
    event_id  uuid    NOT NULL,
    subject   text    NOT NULL,
    item      text    NOT NULL,
    value     numeric NOT NULL,
    date      date    NOT NULL,
    reason    text    NOT NULL,
    evidence  text[]  NOT NULL,
    PRIMARY KEY (street, id)
);

CREATE INDEX manual_entries_by_date ON manual_entries (street, date);

CREATE TABLE subject_profiles (
    street     text NOT NULL,
    code       text COLLATE "C" NOT NULL,
    month      text COLLATE "C" NOT NULL,
    area_km2   numeric,
    population bigint,
    class      text,
    PRIMARY KEY (street, code, month)
);
