-- As announced (0) and as of the n-th correction, where that changed it; without a card where the subject turned out not to take part.
ALTER TABLE scorecards ADD COLUMN edition int NOT NULL DEFAULT 0;
ALTER TABLE scorecards ALTER COLUMN card DROP NOT NULL;
ALTER TABLE scorecards DROP CONSTRAINT scorecards_pkey;
ALTER TABLE scorecards ADD PRIMARY KEY (street, month, subject, edition);

CREATE TABLE corrections (
    street     text  NOT NULL,
    month      text  COLLATE "C" NOT NULL,
    edition    int   NOT NULL,
    correction jsonb NOT NULL,
    PRIMARY KEY (street, month, edition)
);

CREATE TABLE closing_days (
    street     text NOT NULL PRIMARY KEY,
    day        int,
    from_month text COLLATE "C" NOT NULL
);

ALTER TABLE vetoes ADD COLUMN ground text;
ALTER TABLE vetoes ADD COLUMN evidence text;
ALTER TABLE vetoes ADD COLUMN author text;
ALTER TABLE vetoes ADD COLUMN raised_at timestamptz;
ALTER TABLE vetoes ADD COLUMN released_at timestamptz;
ALTER TABLE vetoes ADD COLUMN release_reason text;

ALTER TABLE commendations ADD COLUMN evidence text;
ALTER TABLE commendations ADD COLUMN author text;
ALTER TABLE commendations ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE commendations ADD COLUMN withdrawal_reason text;
