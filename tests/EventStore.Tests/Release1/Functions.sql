-- Appends to one or several streams: versions are checked before a sequence number is taken, and the stream's row is
-- written before it too, so that a reader who sees a gap knows that the transaction behind it is older than his own.
-- With strict set a clash ends the transaction; without, the places of the streams that clashed are returned, and they are left out.
-- Patience, where there is any, is how long this transaction waits for somebody else's lock before it gives up.
-- Everybody gives the streams in one order, those that are opened before those that grow: two appends to the same streams must not
-- wait for each other. Each statement takes its rows as the arrays have them: for a few rows to sort or to join costs more than to write.
create or replace function public.campaign_append(
    strict boolean, patience varchar,
    places int[], tenants varchar[], streams uuid[], aggregates varchar[], expected bigint[], reached bigint[],
    event_places int[], event_tenants varchar[], event_streams uuid[], event_versions bigint[], event_ids uuid[],
    event_types varchar[], dotnet_types varchar[], bodies jsonb[], correlations varchar[], causations varchar[],
    event_headers jsonb[]) returns int[]
language plpgsql as $$
declare
    opening int := cardinality(array_positions(expected, 0::bigint));
    opened int := 0;
    clash int;
    clashed int[] := '{}';
    unused text;
begin
    if patience is not null then
        unused := set_config('lock_timeout', patience, true);
    end if;
    if opening > 0 then
        insert into public.mt_streams (tenant_id, id, type, version)
        select a.tenant, a.id, a.aggregate, a.reached
        from unnest(tenants, streams, aggregates, expected, reached) as a (tenant, id, aggregate, expected, reached)
        where a.expected = 0
        on conflict do nothing;
        get diagnostics opened = row_count;
    end if;
    if opened < opening then
        -- Of several that would open the same stream here, the first has.
        clashed := array(
            select a.place from (
                select *, row_number() over (partition by tenant, id order by place) as turn
                from unnest(places, tenants, streams, expected) as b (place, tenant, id, expected)
                where b.expected = 0) as a
            where a.turn > 1 or not exists (
                select from public.mt_streams m where m.tenant_id = a.tenant and m.id = a.id and m.xmin = pg_current_xact_id()::xid)
            order by a.place);
    end if;
    for i in opening + 1 .. cardinality(expected) loop
        update public.mt_streams set version = reached[i], timestamp = now()
        where tenant_id = tenants[i] and id = streams[i] and version = expected[i];
        if not found then
            clashed := clashed || places[i];
        end if;
    end loop;
    if strict and cardinality(clashed) > 0 then
        clash := array_position(places, clashed[1]);
        raise exception 'stream % is not at version %', streams[clash], expected[clash]
            using errcode = 'VC001', hint = format('%s/%s', tenants[clash], streams[clash]);
    end if;

    insert into public.mt_events (
        seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
        correlation_id, causation_id, headers)
    select nextval('public.mt_events_sequence'), e.id, e.stream, e.version, e.body, e.type, now(), e.tenant,
        e.dotnet_type, e.correlation, e.causation, e.headers
    from unnest(
            event_places, event_tenants, event_streams, event_versions, event_ids, event_types, dotnet_types, bodies, correlations, causations,
            event_headers)
        as e (place, tenant, stream, version, id, type, dotnet_type, body, correlation, causation, headers)
    where e.place <> all (clashed);
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
