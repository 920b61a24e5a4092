-- Recurrences (kind Recurring) and rosters (kind Roster); `dated` says that an arrangement has slots, not a quota.
CREATE TABLE series (
    street     text   NOT NULL,
    id         uuid   NOT NULL,
    version    bigint NOT NULL,
    kind       text   NOT NULL,
    code       text   NOT NULL,
    title      text   NOT NULL,
    dated      bool   NOT NULL,
    first_day  date   NOT NULL,
    last_day   date,
    stopped_on date,
    PRIMARY KEY (street, id)
);

CREATE INDEX series_by_code ON series (street, kind, code);

-- What an assignment has beside its row in `assignments` when it fills a slot; people only where it is duty.
CREATE TABLE occurrences (
    street         text        NOT NULL,
    id             uuid        NOT NULL,
    series         uuid        NOT NULL,
    revision       int         NOT NULL,
    slot           text        NOT NULL,
    start_at       timestamptz NOT NULL,
    due_at         timestamptz NOT NULL,
    missed_at      timestamptz NOT NULL,
    people_needed  int,
    people_present int         NOT NULL DEFAULT 0,
    away           int         NOT NULL DEFAULT 0,
    short_reason   text,
    PRIMARY KEY (street, id)
);

CREATE INDEX occurrences_by_series ON occurrences (street, series, due_at);
CREATE INDEX assignments_recurring_by_due ON assignments (due)
    WHERE kind IN ('Recurring', 'Roster') AND status IN ('Issued', 'Acknowledged', 'Returned');

CREATE TABLE quota_records (
    street  text        NOT NULL,
    series  uuid        NOT NULL,
    unit    text        NOT NULL,
    ordinal bigint      NOT NULL,
    day     date        NOT NULL,
    note    text,
    photos  text[]      NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (street, series, unit, ordinal)
);

CREATE TABLE check_ins (
    street        text        NOT NULL,
    assignment_id uuid        NOT NULL,
    ordinal       bigint      NOT NULL,
    people        int         NOT NULL,
    accounts      text[]      NOT NULL,
    at            timestamptz NOT NULL,
    longitude     double precision,
    latitude      double precision,
    metres        int,
    away          bool        NOT NULL,
    reported_at   timestamptz NOT NULL,
    PRIMARY KEY (street, assignment_id, ordinal)
);
