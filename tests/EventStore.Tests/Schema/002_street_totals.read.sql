create table street_totals (
    street varchar primary key,
    cases  int     not null,
    weight numeric not null
);
