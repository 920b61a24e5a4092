-- What a photo says of itself. Rows from before this script have none, and raise no questions.
ALTER TABLE evidence
    ADD COLUMN width       int,
    ADD COLUMN height      int,
    ADD COLUMN taken_at    timestamptz,
    ADD COLUMN longitude   double precision,
    ADD COLUMN latitude    double precision,
    ADD COLUMN fingerprint bigint,
    ADD COLUMN band_0 int GENERATED ALWAYS AS ((fingerprint >> 48 & 65535)::int) STORED,
    ADD COLUMN band_1 int GENERATED ALWAYS AS ((fingerprint >> 32 & 65535)::int) STORED,
    ADD COLUMN band_2 int GENERATED ALWAYS AS ((fingerprint >> 16 & 65535)::int) STORED,
    ADD COLUMN band_3 int GENERATED ALWAYS AS ((fingerprint & 65535)::int) STORED;

CREATE INDEX evidence_by_band_0 ON evidence (street, band_0);
CREATE INDEX evidence_by_band_1 ON evidence (street, band_1);
CREATE INDEX evidence_by_band_2 ON evidence (street, band_2);
CREATE INDEX evidence_by_band_3 ON evidence (street, band_3);

-- The units whose officers uploaded it, and may see it therefore.
CREATE TABLE evidence_units (
    street text NOT NULL,
    sha256 text NOT NULL,
    unit   text NOT NULL,
    PRIMARY KEY (street, sha256, unit)
);
