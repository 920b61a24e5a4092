namespace Campaign.Scoring.Policies;

/// <summary>Which months were announced, so that no policy may replace the one they were computed by.</summary>
internal interface IClosedMonths
{
    /// <summary>The street's closed months, <c>yyyy-MM</c>.</summary>
    Task<IReadOnlyCollection<string>> Of(string street, CancellationToken cancellation);
}
