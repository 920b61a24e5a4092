using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Sanctions;
using Campaign.Scoring.Totals;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Bulletins;

/// <summary>What a bulletin says besides its month.</summary>
internal sealed class BulletinSources(NpgsqlDataSource database, ClosedMonths closedMonths, TotalsQuery totals, SanctionList sanctions)
{
    /// <summary>The street's own, or the usual one at version 0. A street is called by its code until Tasks has told its name.</summary>
    public async Task<(Letterhead Letterhead, long Version)> Letterhead(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (name, version, letterhead) = await connection.QuerySingleAsync<(string? Name, long Version, string? Letterhead)>(
            new CommandDefinition(
            """
            SELECT name, coalesce(version, 0), letterhead FROM (SELECT @street AS street) asked
            LEFT JOIN streets USING (street) LEFT JOIN letterheads USING (street)
            """,
            new { street }, cancellationToken: cancellation));
        return (letterhead is null ? Bulletins.Letterhead.Usual(name ?? street) : StoredJson.Read<Letterhead>(letterhead), version);
    }

    public async Task<IReadOnlyDictionary<string, int>> Ranks(string street, Month month, CancellationToken cancellation) =>
        (await closedMonths.Find(street, month, cancellation))?.Scoring.Scorecards
            .Where(c => c.Rank is not null).ToDictionary(c => c.Subject, c => c.Rank!.Value, StringComparer.Ordinal) ?? [];

    /// <summary>
    /// How far the evaluation of the month's half-year has come, where it weighs anything in the policy the month was closed by.
    /// </summary>
    public async Task<IReadOnlyList<string>> Notes(string street, Month month, CancellationToken cancellation)
    {
        return await closedMonths.Find(street, month, cancellation) is { Policy: var policy }
            ? await Notes(street, month, policy, cancellation)
            : [];
    }

    /// <summary>The same of a month that is not closed yet.</summary>
    public async Task<IReadOnlyList<string>> Notes(string street, Month month, Policy policy, CancellationToken cancellation)
    {
        if (policy.EvaluationWeight <= 0) return [];
        var state = await totals.Evaluations(street, [.. HalfYear.Of(month).Months], cancellation);
        return [.. state.Sentences("本半年", "半年总分")];
    }

    /// <summary>问责 and 通报批评 that reach the month, where the policy it was closed by announces them.</summary>
    public async Task<IReadOnlyList<AnnouncedSanction>?> Sanctions(string street, Month month, CancellationToken cancellation) =>
        await closedMonths.Find(street, month, cancellation) is { Policy: var policy }
            ? await Sanctions(street, month, policy, cancellation)
            : null;

    /// <summary>The same of a month that is not closed yet.</summary>
    public async Task<IReadOnlyList<AnnouncedSanction>?> Sanctions(
        string street, Month month, Policy policy, CancellationToken cancellation) => policy.AnnounceSanctions is true
        ? [.. (await sanctions.Of(street, month, cancellation)).Select(AnnouncedSanction.Of)]
        : null;
}
