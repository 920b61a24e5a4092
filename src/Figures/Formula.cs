namespace Campaign.Figures;

/// <summary>A moment in the life of a round, or the one it is asked about.</summary>
public enum Mark
{
    Began,

    /// <summary>The beginning of a round that a relapse began.</summary>
    Relapsed,

    Routed,
    Due,
    Extended,
    Rejected,
    Handled,
    StruckOff,

    /// <summary>The end of the period, or now in one that is running.</summary>
    Until,
}

public enum Comparison
{
    /// <summary>The very moment included.</summary>
    NotAfter,

    /// <summary>On one day of Asia/Shanghai.</summary>
    OnTheDayOf,
}

/// <summary>
/// What a figure asks of a round, as data: <see cref="Holds"/> evaluates it over facts, and who keeps rounds in tables writes it as SQL.
/// Where a mark is missing, the comparison does not hold.
/// </summary>
public sealed record Formula(Mark First, Comparison Comparison, Mark Second, bool Negated = false)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public bool Holds(Round round, DateTimeOffset until)
    {
        var (first, second) = (Of(First, round, until), Of(Second, round, until));
        var holds = Comparison switch
        {
            Comparison.NotAfter => first <= second,
            Comparison.OnTheDayOf => first?.ToOffset(China).Date is { } day && day == second?.ToOffset(China).Date,
        };
        return holds != Negated;
    }

    private static DateTimeOffset? Of(Mark mark, Round round, DateTimeOffset until) => mark switch
    {
        Mark.Began => round.BeganAt,
        Mark.Relapsed => round.Number > 1 ? round.BeganAt : null,
        Mark.Routed => round.RoutedAt,
        Mark.Due => round.Due,
        Mark.Extended => round.ExtendedAt,
        Mark.Rejected => round.RejectedAt,
        Mark.Handled => round.HandledAt,
        Mark.StruckOff => round.StruckOffAt,
        Mark.Until => until,
    };
}
