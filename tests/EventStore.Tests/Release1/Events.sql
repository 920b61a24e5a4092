-- Marten's tables, column by column as Marten 9 makes them, so that either implementation opens what the other wrote.
create sequence if not exists public.mt_events_sequence;

create table if not exists public.mt_streams (
    tenant_id   varchar     not null,
    id          uuid        not null,
    type        varchar,
    version     bigint,
    timestamp   timestamptz not null default now(),
    created     timestamptz not null default now(),
    is_archived boolean     default false,
    constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id)
);

create table if not exists public.mt_events (
    seq_id         bigint       not null,
    id             uuid         not null,
    stream_id      uuid,
    version        bigint       not null,
    data           jsonb        not null,
    bdata          bytea,
    type           varchar(500) not null,
    timestamp      timestamptz  not null,
    tenant_id      varchar      default '*DEFAULT*',
    mt_dotnet_type varchar,
    correlation_id varchar,
    causation_id   varchar,
    headers        jsonb,
    is_archived    boolean      default false,
    constraint pkey_mt_events_seq_id primary key (seq_id),
    constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id) references public.mt_streams (tenant_id, id)
);
alter sequence public.mt_events_sequence owned by public.mt_events.seq_id;
-- Large events are packed much faster, where the server was built with lz4. Asked first: altering waits for everybody.
do $$
begin
    if (select attcompression from pg_attribute where attrelid = 'public.mt_events'::regclass and attname = 'data') = '' then
        alter table public.mt_events alter column data set compression lz4;
    end if;
exception when feature_not_supported then
    null;
end $$;
create unique index if not exists pk_mt_events_stream_and_version on public.mt_events (tenant_id, stream_id, version);
create unique index if not exists idx_mt_events_event_id on public.mt_events (id);

create table if not exists public.mt_event_progression (
    name         varchar     not null,
    last_seq_id  bigint,
    last_updated timestamptz default transaction_timestamp(),
    constraint pk_mt_event_progression primary key (name)
);

create table if not exists public.mt_high_water_skips (
    ending_sequence   bigint not null primary key,
    starting_sequence bigint not null,
    timestamp         timestamptz default transaction_timestamp()
);

create table if not exists public.mt_doc_deadletterevent (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz default transaction_timestamp(),
    mt_version       uuid        not null default md5(random()::text || clock_timestamp()::text)::uuid,
    mt_dotnet_type   varchar,
    constraint pkey_mt_doc_deadletterevent_id primary key (id)
);
