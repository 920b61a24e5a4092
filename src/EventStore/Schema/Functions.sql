-- Appends to one or several streams: versions are checked before a sequence number is taken, and the stream's row is
-- written before it too, so that a reader who sees a gap knows that the transaction behind it is older than his own.
-- With strict set a clash ends the transaction; without, the streams that clashed are left out and returned.
create or replace function public.campaign_append(
    strict boolean,
    tenants varchar[], streams uuid[], aggregates varchar[], expected bigint[], reached bigint[],
    event_streams int[], event_versions bigint[], event_ids uuid[], event_types varchar[], dotnet_types varchar[], bodies jsonb[],
    correlations varchar[], causations varchar[], event_headers jsonb[]) returns int[]
language plpgsql as $$
declare
    opening int := cardinality(array_positions(expected, 0::bigint));
    opened int := 0;
    s record;
    clashed int[] := '{}';
begin
    -- In one order for everybody, those that are opened before those that grow: two appends to the same streams must not wait for each other.
    -- Rows, not subscripts: to find the n-th text of an array PostgreSQL walks over all before it.
    if opening > 0 then
        insert into public.mt_streams (tenant_id, id, type, version)
        select a.tenant, a.id, a.aggregate, a.reached
        from unnest(tenants, streams, aggregates, expected, reached) with ordinality as a (tenant, id, aggregate, expected, reached, i)
        where a.expected = 0
        order by a.tenant, a.id, a.i
        on conflict do nothing;
        get diagnostics opened = row_count;
    end if;
    if opened < opening then
        -- Of several that would open the same stream here, the first has.
        clashed := array(
            select a.i from (
                select *, row_number() over (partition by tenant, id order by i) as turn
                from unnest(tenants, streams, expected) with ordinality as b (tenant, id, expected, i)
                where b.expected = 0) as a
            where a.turn > 1 or not exists (
                select from public.mt_streams m where m.tenant_id = a.tenant and m.id = a.id and m.xmin = pg_current_xact_id()::xid)
            order by a.tenant, a.id, a.i);
    end if;
    if opening < cardinality(expected) then
        for s in
            select * from unnest(tenants, streams, expected, reached) with ordinality as a (tenant, id, expected, reached, i)
            where a.expected > 0
            order by a.tenant, a.id, a.i
        loop
            update public.mt_streams set version = s.reached, timestamp = now()
            where tenant_id = s.tenant and id = s.id and version = s.expected;
            if not found then
                clashed := clashed || s.i::int;
            end if;
        end loop;
    end if;
    if strict and cardinality(clashed) > 0 then
        raise exception 'stream % is not at version %', streams[clashed[1]], expected[clashed[1]]
            using errcode = 'VC001', hint = format('%s/%s', tenants[clashed[1]], streams[clashed[1]]);
    end if;

    insert into public.mt_events (
        seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
        correlation_id, causation_id, headers)
    select nextval('public.mt_events_sequence'), e.id, a.id, e.version, e.body, e.type, now(), a.tenant,
        e.dotnet_type, e.correlation, e.causation, e.headers
    from unnest(
            event_streams, event_versions, event_ids, event_types, dotnet_types, bodies, correlations, causations, event_headers) with ordinality
        as e (stream, version, id, type, dotnet_type, body, correlation, causation, headers, n)
    join unnest(tenants, streams) with ordinality as a (tenant, id, i) on a.i = e.stream
    where e.stream <> all (clashed)
    order by e.n;
    return clashed;
end $$;

-- Moves a subscription on. A reader that lost its lock finds the position moved by another and commits nothing.
create or replace function public.campaign_move_position(subscription varchar, old_position bigint, new_position bigint) returns void
language plpgsql as $$
begin
    update public.mt_event_progression set last_seq_id = new_position, last_updated = now()
    where name = subscription and last_seq_id = old_position;
    if not found then
        raise exception 'subscription % is not at %', subscription, old_position using errcode = 'VC002';
    end if;
end $$;
