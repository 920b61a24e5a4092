namespace Campaign.Inspections.Covert;

/// <param name="Salt">Absent, like <paramref name="Targets"/>, until the draw is revealed.</param>
internal sealed record DrawList(
    Guid Id, long Version, string[] Pool, int Count, string Commitment, DateTimeOffset SealedAt, DateTimeOffset SealedUntil,
    DateTimeOffset? RevealedAt, string? Salt, string[]? Targets);

/// <param name="Verification">How to check it without trusting this service.</param>
internal sealed record DrawView(DrawList Draw, IReadOnlyList<string> Verification);

internal sealed record DrawnTargets(IReadOnlyList<string> Targets);
