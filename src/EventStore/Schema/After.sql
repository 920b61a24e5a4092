-- What Marten does not do to its tables. The functions are those of the store of earlier releases.
drop function if exists public.campaign_append(
    boolean, varchar, int[], varchar[], uuid[], varchar[], bigint[], bigint[], int[], varchar[], uuid[], bigint[], uuid[], varchar[],
    varchar[], jsonb[], varchar[], varchar[], jsonb[]);
drop function if exists public.campaign_move_position(varchar, bigint, bigint);

-- Large events are packed much faster, where the server was built with lz4. Asked first: altering waits for everybody.
do $$
begin
    if (select attcompression from pg_attribute where attrelid = 'public.mt_events'::regclass and attname = 'data') = '' then
        alter table public.mt_events alter column data set compression lz4;
    end if;
exception when feature_not_supported then
    null;
end $$;
