namespace Campaign.EventStore;

/// <summary>
/// For statements that find their rows by key: one plan for all values, and through the index. Left to itself PostgreSQL plans anew what
/// grew dearer since it was first planned, and keeps a plan that reads the whole of a table which was small then.
/// </summary>
internal static class PlannerHints
{
    /// <summary>Answers one row; holds until the end of the transaction, of the batch where there is none.</summary>
    public const string Sql =
        """
        SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
               set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
        """;
}
