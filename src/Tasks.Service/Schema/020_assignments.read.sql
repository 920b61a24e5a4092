-- The ranks say which of two facts of a finding stands, in whatever order they arrived; see FollowedFact.
CREATE TABLE assignments (
    street            text        NOT NULL,
    id                uuid        NOT NULL,
    version           bigint      NOT NULL,
    kind              text        NOT NULL,
    title             text        NOT NULL,
    status            text        NOT NULL,
    standing_rank     bigint      NOT NULL DEFAULT 0,
    since             timestamptz NOT NULL,
    reason            text,
    declined_by       text, -- the unit that handed it back last
    unit              text,
    cooperating_units text[]      NOT NULL DEFAULT '{}',
    former_units      text[]      NOT NULL DEFAULT '{}',
    guarantor         text,
    due               timestamptz,
    placement_rank    bigint      NOT NULL DEFAULT 0,
    exceeded_due      timestamptz,
    issued_at         timestamptz,
    issued_rank       bigint      NOT NULL DEFAULT 0,
    photos            text[]      NOT NULL DEFAULT '{}',
    note              text,
    plan_id           uuid,
    action            int,
    phase             text,
    finding_id        uuid,
    case_number       text,
    round             int,
    percent           int,
    point             text,
    indicator         int,
    indicator_year    int,
    evaluation_date   date,
    duration_days     int,
    extensions        int         NOT NULL DEFAULT 0,
    extension_request text,
    suspended_until   timestamptz,
    supervised_due    timestamptz,
    appeal            text,
    waived_due        timestamptz,
    overdue_waived    boolean     NOT NULL GENERATED ALWAYS AS (coalesce(waived_due = exceeded_due, false)) STORED,
    PRIMARY KEY (street, id)
);

CREATE INDEX assignments_by_due ON assignments (street, due, id);
CREATE INDEX assignments_by_unit ON assignments (street, unit, due, id);
CREATE INDEX assignments_by_plan ON assignments (street, plan_id) WHERE plan_id IS NOT NULL;
CREATE INDEX assignments_by_point ON assignments (street, point, issued_at) WHERE point IS NOT NULL;
CREATE INDEX assignments_by_finding ON assignments (street, finding_id, round) WHERE finding_id IS NOT NULL;
CREATE INDEX assignments_suspended ON assignments (suspended_until) WHERE suspended_until IS NOT NULL;
CREATE INDEX assignments_anchored ON assignments (street, evaluation_date, id) WHERE evaluation_date IS NOT NULL;
CREATE INDEX assignments_unrouted ON assignments (street, since, id) WHERE status = 'Unrouted';
CREATE INDEX assignments_open_by_due ON assignments (due)
    WHERE kind <> 'Rectification' AND status IN ('Issued', 'Acknowledged', 'Submitted', 'Returned') AND exceeded_due IS DISTINCT FROM due;

CREATE TABLE finding_matters (
    street      text NOT NULL,
    finding_id  uuid NOT NULL,
    category    text NOT NULL,
    severity    text NOT NULL,
    community   text,
    description text NOT NULL,
    PRIMARY KEY (street, finding_id)
);

-- Ids grow with time: the latest of a kind are at its end.
CREATE INDEX finding_matters_by_kind ON finding_matters (street, category, community, finding_id);
