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
        switch (@event.Data)
        {
            case AwardsDecided e:
                sql.Add(
                    "INSERT INTO awards (street, half, decision) VALUES ($1, $2, $3::jsonb)", @event.Stream.Tenant, e.Half,
                    StoredJson.Write(e));
                break;
            case AwardsCorrected e:
                sql.Add(
                    "INSERT INTO award_corrections (street, half, correction, lists) VALUES ($1, $2, $3, $4::jsonb)",
                    @event.Stream.Tenant, e.Half, e.Correction, StoredJson.Write(e));
                break;
        }
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
internal sealed record AwardReport(string Half, DateTimeOffset? DecidedAt, bool Provisional, AwardLists Lists)
{
    /// <summary>更正 so far; <see cref="Lists"/> are those of the last, unless an earlier edition was asked for.</summary>
    public IReadOnlyList<AwardCorrection> Corrections { get; init; } = [];

    /// <summary>待更正: by the totals as they stand now the lists would come out otherwise.</summary>
    public bool AwaitsCorrection { get; init; }
}

internal sealed record AwardCorrection(int Correction, string Reason, DateTimeOffset At);

internal sealed class AwardReports(NpgsqlDataSource database, AwardSources sources)
{
    public async Task<(AwardReport? Report, Refusal? Refusal)> Of(
        string street, HalfYear half, int? edition, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT decision FROM awards WHERE street = @street AND half = @half;
            SELECT lists FROM award_corrections WHERE street = @street AND half = @half ORDER BY correction
            """,
            new { street, half = half.ToString() }, cancellationToken: cancellation));
        var row = await results.ReadSingleOrDefaultAsync<string>();
        var corrections = (await results.ReadAsync<string>()).Select(StoredJson.Read<AwardsCorrected>).ToList();
        var (scheme, totals, links) = await sources.Of(street, half, cancellation);
        if (row is not null) return Decided(StoredJson.Read<AwardsDecided>(row), corrections, edition, (half, scheme, totals, links));
        if (scheme is null) return (null, AwardRules.NoScheme);
        if (totals is null) return (null, PolicyList.None);
        return (new(half.ToString(), null, totals.Provisional, AwardLists.Propose(scheme, totals.Results, links, [])), null);
    }

    private static (AwardReport? Report, Refusal? Refusal) Decided(
        AwardsDecided decided, List<AwardsCorrected> corrections, int? edition,
        (HalfYear Half, AwardSchemeSet? Scheme, PeriodTotals? Totals, IReadOnlyList<GuarantorLink> Links) now)
    {
        if (edition < 0 || edition > corrections.Count) return (null, AwardRules.EditionUnknown);
        var newest = (corrections is [.., var last] ? last.Lists : decided.Lists).ToAwardLists();
        var lists = (edition ?? corrections.Count) is > 0 and var number ? corrections[number - 1].Lists : decided.Lists;
        var anew = now.Totals is null
            ? null
            : new DecideAwards(
                now.Half, now.Scheme, now.Totals, now.Links, [.. newest.Fines.Select(NewFine.Of)], decided.At,
                newest.HeadCounts).Lists().Lists;
        return (
            new(decided.Half, decided.At, Provisional: false, lists.ToAwardLists())
            {
                Corrections = [.. corrections.Select(c => new AwardCorrection(c.Correction, c.Reason, c.At))],
                AwaitsCorrection = anew is not null && !anew.SameAs(newest),
            },
            null);
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

    /// <param name="edition">0 as decided, n as of the n-th correction; without it as it reads now.</param>
    private static async Task<IResult> Get(string street, string half, int? edition, AwardReports reports, CancellationToken cancellation)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        var (report, refusal) = await reports.Of(street, asked, edition, cancellation);
        return refusal is null ? TypedResults.Ok(report) : Problems.Of(refusal);
    }

    private static async Task<IResult> Workbook(
        string street, string half, int? edition, AwardReports reports, CancellationToken cancellation)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        var (report, refusal) = await reports.Of(street, asked, edition, cancellation);
        if (refusal is not null) return Problems.Of(refusal);
        var name = $"{asked.Text}奖惩名单{(report!.DecidedAt is null ? "（建议）" : "")}.xlsx";
        return await Downloads.Xlsx(name, book =>
        {
            AwardWorkbook.Write(book, report.Lists);
            return Task.CompletedTask;
        });
    }
}
