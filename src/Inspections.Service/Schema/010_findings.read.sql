CREATE TABLE case_registers (
    street text   NOT NULL,
    id     uuid   NOT NULL,
    last   bigint NOT NULL,
    PRIMARY KEY (street, id)
);

CREATE TABLE finding_settings (
    street        text             NOT NULL PRIMARY KEY,
    radius_metres double precision NOT NULL,
    relapse_days  int              NOT NULL
);

CREATE TABLE findings (
    street         text        NOT NULL,
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    case_number    text        NOT NULL,
    status         text        NOT NULL,
    round          int         NOT NULL DEFAULT 1,
    category       text        NOT NULL,
    severity       text        NOT NULL,
    description    text        NOT NULL,
    longitude      double precision,
    latitude       double precision,
    address        text,
    road_section   text,
    community      text,
    community_by_boundary text,
    metres_from_community double precision,
    given_system   text,
    given_longitude double precision,
    given_latitude double precision,
    category_version int,
    inspection_id  uuid,
    unit           text,
    cooperating_units text[]   NOT NULL DEFAULT '{}',
    due            timestamptz,
    overdue        boolean     NOT NULL DEFAULT false,
    rejections     int         NOT NULL DEFAULT 0,
    before_photos  text[]      NOT NULL DEFAULT '{}',
    after_photos   text[]      NOT NULL DEFAULT '{}',
    suspended_until timestamptz, -- 挂账: as it was granted; in the past it says nothing
    on_site        boolean     NOT NULL DEFAULT false, -- the unit asks for a verification on the spot
    recorded_at    timestamptz NOT NULL,
    routed_at      timestamptz,
    struck_off_at  timestamptz,
    closed_at      timestamptz,
    closing_reason text,
    merged_into    uuid,
    -- Narrow and in small letters.
    grams          text[]      NOT NULL DEFAULT '{}',
    due_or_never   timestamptz GENERATED ALWAYS AS (coalesce(due, 'infinity')) STORED,
    severity_rank  smallint    GENERATED ALWAYS AS (CASE severity WHEN 'Minor' THEN 0 WHEN 'Major' THEN 1 ELSE 2 END) STORED,
    PRIMARY KEY (street, id)
);

CREATE UNIQUE INDEX findings_by_number ON findings (street, case_number);
CREATE INDEX findings_by_unit ON findings (street, unit, case_number) WHERE unit IS NOT NULL;
CREATE INDEX findings_by_recording ON findings (street, recorded_at, case_number);
CREATE INDEX findings_by_due ON findings (street, due_or_never, case_number);
CREATE INDEX findings_by_severity ON findings (street, severity_rank, case_number);
CREATE INDEX findings_open ON findings (street, case_number) WHERE status IN ('Recorded', 'Routed', 'Accepted', 'Reported');
CREATE INDEX findings_overdue ON findings (street, case_number) WHERE overdue;
CREATE INDEX findings_open_worklist ON findings (street, due_or_never, case_number) WHERE status IN ('Recorded', 'Routed', 'Accepted', 'Reported');
CREATE INDEX findings_by_state ON findings (street, status);
CREATE INDEX findings_by_striking_off ON findings (street, struck_off_at) WHERE struck_off_at IS NOT NULL;
CREATE INDEX findings_by_closing ON findings (street, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX findings_by_helper ON findings USING gin (cooperating_units) WHERE cooperating_units <> '{}';
CREATE INDEX findings_by_gram ON findings USING gin (grams);
CREATE INDEX findings_by_point ON findings (street, latitude, longitude) WHERE latitude IS NOT NULL;
CREATE INDEX findings_open_by_due ON findings (due) WHERE status IN ('Routed', 'Accepted', 'Reported') AND NOT overdue;
CREATE INDEX findings_by_place ON findings (street, category, latitude, longitude) WHERE latitude IS NOT NULL;
CREATE INDEX findings_by_wording ON findings (street, category, coalesce(address, road_section), case_number)
    WHERE coalesce(address, road_section) IS NOT NULL;

CREATE TABLE finding_proposals (
    street      text        NOT NULL,
    finding     uuid        NOT NULL,
    other       uuid        NOT NULL,
    kind        text        NOT NULL,
    metres      double precision,
    state       text        NOT NULL DEFAULT 'Open',
    reason      text,
    proposed_at timestamptz NOT NULL,
    decided_at  timestamptz,
    PRIMARY KEY (street, finding, other)
);

CREATE INDEX finding_proposals_by_state ON finding_proposals (street, state, finding);
