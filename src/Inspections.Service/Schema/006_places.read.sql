CREATE TABLE known_communities (
    street    text NOT NULL,
    community text NOT NULL,
    name      text NOT NULL,
    PRIMARY KEY (street, community)
);

CREATE TABLE community_boundaries (
    street    text             NOT NULL,
    community text             NOT NULL,
    west      double precision NOT NULL,
    south     double precision NOT NULL,
    east      double precision NOT NULL,
    north     double precision NOT NULL,
    polygons  jsonb            NOT NULL,
    PRIMARY KEY (street, community)
);
