create table case_board (
    street varchar not null,
    id     uuid    not null,
    notes  int     not null,
    open   boolean not null,
    opened timestamptz,
    primary key (street, id)
);
