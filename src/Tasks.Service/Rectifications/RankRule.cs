namespace Campaign.Tasks.Rectifications;

/// <summary>
/// Facts of a finding arrive in any order: of each part of a rectification the fact of the highest rank is right. Said once, for the
/// state, which asks <see cref="Wins"/>, and for the list, whose rows are told in SQL.
/// </summary>
/// <param name="rank">Column with the rank of what the row shows.</param>
/// <param name="ties">Whether of two facts of one rank the later one to come wins.</param>
/// <param name="columns">What the rank decides: a column, or a column and what to set it to.</param>
internal sealed class RankRule(string rank, bool ties, params IReadOnlyList<(string Column, string? Value)> columns)
{
    /// <summary>The status, since when, and why; a reason stays until another is given.</summary>
    public static readonly RankRule Standing = new(
        "standing_rank", ties: false, ("status", null), ("since", null), ("reason", "coalesce(excluded.reason, t.reason)"));

    /// <summary>Unit and deadline. A strike-off ranks as high as what was placed here, and comes after it.</summary>
    public static readonly RankRule Placement = new("placement_rank", ties: true, ("unit", null), ("due", null));

    public static readonly RankRule Issue = new("issued_rank", ties: false, ("issued_at", null));

    public bool Wins(long fact, long known) => ties ? fact >= known : fact > known;

    /// <summary>The same of the row <c>t</c> and what would be inserted: <c>SET</c> clauses of an upsert.</summary>
    public string Sql => string.Join(
        ",\n    ",
        columns.Select(set => $"{set.Column} = CASE WHEN excluded.{rank} {(ties ? ">=" : ">")} t.{rank} "
                + $"THEN {set.Value ?? $"excluded.{set.Column}"} ELSE t.{set.Column} END")
            .Append($"{rank} = greatest(excluded.{rank}, t.{rank})"));
}
