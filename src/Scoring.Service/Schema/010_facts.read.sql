CREATE TABLE sources (
    street text   NOT NULL,
    id     uuid   NOT NULL,
    facts  bigint NOT NULL,
    PRIMARY KEY (street, id)
) WITH (fillfactor = 50);

CREATE TABLE case_facts (
    street      text        NOT NULL,
    case_id     uuid        NOT NULL,
    version     bigint      NOT NULL,
    kind        text        NOT NULL,
    event_id    uuid        NOT NULL,
    case_number text        NOT NULL,
    round       int         NOT NULL,
    unit        text,
    due         timestamptz,
    at          timestamptz NOT NULL,
    PRIMARY KEY (street, case_id, version)
);

CREATE INDEX case_facts_by_time ON case_facts (street, at);
CREATE INDEX case_facts_by_due ON case_facts (street, due);

CREATE TABLE visits (
    street    text   NOT NULL,
    id        uuid   NOT NULL,
    version   bigint NOT NULL,
    event_id  uuid   NOT NULL,
    subject   text   NOT NULL,
    kind      text   NOT NULL,
    date      date   NOT NULL,
    score     numeric,
    reference text,
    withdrawn boolean NOT NULL DEFAULT false,
    PRIMARY KEY (street, id)
);

CREATE INDEX visits_by_date ON visits (street, date);

-- Begun, whether or not it is confirmed (then it is in visits too). Handed in before it was begun, it has no date yet.
CREATE TABLE visits_begun (
    street    text    NOT NULL,
    id        uuid    NOT NULL,
    subject   text,
    kind      text,
    date      date,
    handed_in boolean NOT NULL DEFAULT false,
    PRIMARY KEY (street, id)
);

CREATE INDEX visits_begun_by_date ON visits_begun (street, date);

CREATE TABLE streets (
    street text NOT NULL PRIMARY KEY,
    name   text NOT NULL
);

CREATE TABLE subjects (
    street           text NOT NULL,
    code             text COLLATE "C" NOT NULL,
    name             text NOT NULL,
    category         text,
    takes_part_from  date NOT NULL,
    takes_part_until date,
    PRIMARY KEY (street, code)
);

CREATE TABLE commendations (
    street            text   NOT NULL,
    id                text   COLLATE "C" NOT NULL,
    version           bigint NOT NULL,
    stream_id         uuid   NOT NULL,
    event_id          uuid   NOT NULL,
    subject           text   NOT NULL,
    date              date   NOT NULL,
    reason            text   NOT NULL,
    level             text,
    scope             text   NOT NULL,
    evidence          text,
    author            text,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    PRIMARY KEY (street, id)
);

CREATE TABLE vetoes (
    street         text   NOT NULL,
    id             text   COLLATE "C" NOT NULL,
    version        bigint NOT NULL,
    subject        text   NOT NULL,
    scope          text   NOT NULL,
    month          text   NOT NULL,
    reason         text   NOT NULL,
    ground         text,
    evidence       text,
    author         text,
    released_at    timestamptz,
    release_reason text,
    PRIMARY KEY (street, id)
);
