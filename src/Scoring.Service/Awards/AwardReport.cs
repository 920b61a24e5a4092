using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Totals;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Awards;

internal sealed class AwardProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not AwardsDecided e) return;
        sql.Add("INSERT INTO awards (street, half, decision) VALUES ($1, $2, $3::jsonb)", @event.Stream.Tenant, e.Half,
            StoredJson.Write(e));
    }
}

/// <summary>What a half-year's lists are proposed from.</summary>
internal sealed class AwardSources(IEventStore store, TotalsQuery totals)
{
    public async Task<(AwardSchemeSet? Scheme, PeriodTotals? Totals, IReadOnlyList<GuarantorLink> Links)> Of(
        string street, HalfYear half, CancellationToken cancellation)
    {
        var (scheme, _) = await store.Load(AwardScheme.Stream(street, half), cancellation);
        var (linked, _) = await store.Load(GuarantorLinks.Stream(street), cancellation);
        return (scheme.Set, await totals.Of(street, [.. half.Months], cancellation), linked.Links);
    }
}

/// <param name="DecidedAt">Null: a proposal.</param>
/// <param name="Provisional">The totals may still change, so that nothing can be decided yet.</param>
internal sealed record AwardReport(string Half, DateTimeOffset? DecidedAt, bool Provisional, AwardLists Lists);

internal sealed class AwardReports(NpgsqlDataSource database, AwardSources sources)
{
    public async Task<(AwardReport? Report, Refusal? Refusal)> Of(string street, HalfYear half, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT decision FROM awards WHERE street = @street AND half = @half", new { street, half = half.ToString() },
            cancellationToken: cancellation));
        if (row is not null)
        {
            var decided = StoredJson.Read<AwardsDecided>(row);
            return (new(decided.Half, decided.At, Provisional: false, decided.Lists.ToAwardLists()), null);
        }
        var (scheme, totals, links) = await sources.Of(street, half, cancellation);
        if (scheme is null) return (null, AwardRules.NoScheme);
        if (totals is null) return (null, PolicyList.None);
        return (new(half.ToString(), null, totals.Provisional, AwardLists.Propose(scheme, totals.Results, links, [])), null);
    }
}

internal static class AwardReportEndpoints
{
    public static void Map(RouteGroupBuilder awards)
    {
        Role[] readers = [Role.StreetOffice, Role.DistrictOffice, Role.Leader, Role.GuarantorLeader, Role.Administrator];
        awards.MapGet("/{half}", Get).Allow(readers).WithSummary("奖惩名单").Produces<AwardReport>();
        awards.MapGet("/{half}/workbook", Workbook).Allow(readers).TakesTurn(CallerTurns.Exports).WithSummary("奖惩名单（Excel，供签批）")
            .Produces<byte[]>(StatusCodes.Status200OK, Downloads.XlsxType);
    }

    private static async Task<IResult> Get(string street, string half, AwardReports reports, CancellationToken cancellation)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        var (report, refusal) = await reports.Of(street, asked, cancellation);
        return refusal is null ? TypedResults.Ok(report) : Problems.Of(refusal);
    }

    private static async Task<IResult> Workbook(string street, string half, AwardReports reports, CancellationToken cancellation)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        var (report, refusal) = await reports.Of(street, asked, cancellation);
        if (refusal is not null) return Problems.Of(refusal);
        var name = $"{asked.Text}奖惩名单{(report!.DecidedAt is null ? "（建议）" : "")}.xlsx";
        return await Downloads.Xlsx(name, book =>
        {
            AwardWorkbook.Write(book, report.Lists);
            return Task.CompletedTask;
        });
    }
}
