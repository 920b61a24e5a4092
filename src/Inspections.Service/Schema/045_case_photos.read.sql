-- One row for each time a photo was attached to a case; the same photo may come again in a later round.
CREATE TABLE case_photos (
    street  text        NOT NULL,
    finding uuid        NOT NULL,
    version bigint      NOT NULL,
    photo   text        NOT NULL,
    role    text        NOT NULL,
    round   int,
    at      timestamptz NOT NULL,
    named_by text, -- the unit whose report named it; null where an office or an inspector did
    PRIMARY KEY (street, finding, version, photo)
);

CREATE INDEX case_photos_by_photo ON case_photos (street, photo);
