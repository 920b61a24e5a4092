using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Yaml;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Policies;

internal sealed class PolicyProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not PolicyAdopted e) return;
        sql.Add(
            """
            INSERT INTO policies (street, month, policy) VALUES ($1, $2, $3::jsonb)
            ON CONFLICT (street, month) DO UPDATE SET policy = excluded.policy
            """,
            @event.Stream.Tenant, e.Month, StoredJson.Write(e.Policy.ToPolicy()));
    }
}

/// <summary>A policy and the month from which it is in force.</summary>
internal sealed record PolicyInForce : Policy
{
    public PolicyInForce(string month, Policy policy) : base(policy) => Month = month;

    public string Month { get; }
}

/// <summary>Which policy a month is computed by.</summary>
internal sealed class PolicyList(NpgsqlDataSource database)
{
    public static readonly Refusal None = new("no-policy", "该月没有生效的考评办法，请先制定。");

    public async Task<(string From, Policy Policy)?> InForce(string street, Month month, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<(string From, string Policy)?>(new CommandDefinition(
            "SELECT month, policy FROM policies WHERE street = @street AND month <= @month ORDER BY month DESC LIMIT 1",
            new { street, month = month.ToString() }, cancellationToken: cancellation));
        return row is { } found ? (found.From, StoredJson.Read<Policy>(found.Policy)) : null;
    }

    public static void Map(RouteGroupBuilder policies)
    {
        policies.MapGet("/", List).Allow(Enum.GetValues<Role>()).WithSummary("历次考评办法").Produces<Page<PolicyInForce>>();
        policies.MapGet("/{month}", Get).Allow(Enum.GetValues<Role>()).WithSummary("当月生效的考评办法")
            .Produces<PolicyInForce>().OffersYaml<Policy>();
    }

    private static async Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http)
    {
        var take = Paging.Limit(limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<(string Month, string Policy)>(
            "SELECT month, policy FROM policies WHERE street = @street AND month > @after ORDER BY month LIMIT @rows",
            new { street, after = after ?? "", rows = take + 1 });
        return Paging.Page(http, [.. rows.Select(r => new PolicyInForce(r.Month, StoredJson.Read<Policy>(r.Policy)))], take, p => p.Month);
    }

    internal static async Task<IResult> Get(string street, string month, PolicyList policies, HttpContext http)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        if (await policies.InForce(street, asked, http.RequestAborted) is not { } found)
            return Problems.Of(None with { Kind = RefusalKind.NotFound });
        // As YAML it is there to be edited and put back, which the month is no field of.
        return YamlAnswers.Preferred(http)
            ? YamlAnswers.Of(http, found.Policy, $"考评办法，自 {found.From} 起施行")
            : TypedResults.Ok(new PolicyInForce(found.From, found.Policy));
    }
}
