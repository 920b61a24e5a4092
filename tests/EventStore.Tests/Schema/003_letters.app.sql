create table letters (event_id uuid primary key);
