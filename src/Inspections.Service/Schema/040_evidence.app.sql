-- Not an event: the file itself is outside the streams too, and nothing happens to a piece of evidence but being there.
CREATE TABLE evidence (
    street       text        NOT NULL,
    sha256       text        NOT NULL,
    content_type text        NOT NULL,
    size         bigint      NOT NULL,
    stored_by    text        NOT NULL,
    stored_at    timestamptz NOT NULL,
    PRIMARY KEY (street, sha256)
);
