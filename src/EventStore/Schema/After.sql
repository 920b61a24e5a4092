-- What Marten does not do to its tables. The functions are those of the store of earlier releases.
DROP FUNCTION IF EXISTS public.campaign_append(
    boolean, varchar, int[], varchar[], uuid[], varchar[], bigint[], bigint[], int[], varchar[], uuid[], bigint[], uuid[], varchar[],
    varchar[], jsonb[], varchar[], varchar[], jsonb[]);
DROP FUNCTION IF EXISTS public.campaign_move_position(varchar, bigint, bigint);

-- Large events are packed much faster, where the server was built with lz4. Asked first: altering waits for everybody.
DO $$
BEGIN
    IF (SELECT attcompression FROM pg_attribute WHERE attrelid = 'public.mt_events'::regclass AND attname = 'data') = '' THEN
        ALTER TABLE public.mt_events ALTER COLUMN data SET COMPRESSION lz4;
    END IF;
EXCEPTION WHEN feature_not_supported THEN
    NULL;
END $$;
