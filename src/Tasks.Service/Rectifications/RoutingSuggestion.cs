using Campaign.Tasks.DueDates;
using Campaign.Tasks.Responsibility;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Rectifications;

/// <summary>拟交办: whom a finding of the queue would go to; the office decides.</summary>
/// <param name="Due">By the days of the rule; absent where no rule says any.</param>
/// <param name="Because">What it rests on, as people read it.</param>
internal sealed record RoutingSuggestion(string Unit, DateTimeOffset? Due, string Because)
{
    /// <param name="precedent">Whom the like went to last; null for nobody.</param>
    /// <param name="declined">The unit that handed it back: it is not suggested again.</param>
    public static RoutingSuggestion? Of(
        FindingDetails details, RulesInForce map, string? precedent, string? declined, DateTimeOffset now) =>
        map.Resolve(details.Community, details.Category, details.Severity) is { } rule && rule.Lead != declined
            ? new(rule.Lead, Deadline.NaturalDays(now, rule.Days), $"现行责任体系第 {rule.Rule + 1} 条。")
            : precedent is not null && precedent != declined
                ? new(precedent, null, "同一社区的同类问题最近交办给该单位。")
                : null;
}

/// <summary>Whom findings of the same category in the same community went to last.</summary>
internal sealed class RoutingPrecedents(NpgsqlDataSource database)
{
    public async Task<IReadOnlyDictionary<(string Category, string? Community), string>> Of(
        string street, IReadOnlyCollection<(string Category, string? Community)> kinds, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<(string Category, string? Community, string Unit)>(new CommandDefinition(
            """
            SELECT k.category, k.community, last.unit
            FROM unnest(@categories::text[], @communities::text[]) AS k (category, community)
            CROSS JOIN LATERAL (
                SELECT a.unit FROM (
                    SELECT m.street, m.finding_id FROM finding_matters m
                    WHERE m.street = @street AND m.category = k.category AND m.community IS NOT DISTINCT FROM k.community
                    ORDER BY m.finding_id DESC LIMIT 50) alike
                JOIN assignments a ON a.street = alike.street AND a.finding_id = alike.finding_id AND a.unit IS NOT NULL
                ORDER BY a.issued_at DESC NULLS LAST, a.id DESC LIMIT 1) last
            """,
            new
            {
                street,
                categories = kinds.Select(kind => kind.Category).ToArray(),
                communities = kinds.Select(kind => kind.Community).ToArray(),
            },
            cancellationToken: cancellation));
        return rows.ToDictionary(row => (row.Category, row.Community), row => row.Unit);
    }
}
