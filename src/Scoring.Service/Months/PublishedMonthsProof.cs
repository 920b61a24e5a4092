using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Months;

/// <summary>Every closed month of every street, and every correction, computed once more from the events.</summary>
internal sealed class PublishedMonthsProof(NpgsqlDataSource database, ClosedMonths closedMonths, MonthProof proof) : IRebuildProof
{
    public async Task<bool> Holds(Action<string> say, CancellationToken cancellation)
    {
        var (proved, failed) = (0, 0);
        foreach (var street in await Streets(cancellation))
        {
            var months = (await closedMonths.Of(street, cancellation)).Select(Month.Parse);
            foreach (var edition in await proof.Of(street, months, cancellation))
            {
                if (edition.Holds is null) say($"{Name(street, edition)}：封账时没有记下已知事件的范围，无法核对。");
                else if (edition.Holds.Value) proved++;
                else failed += Tell(street, edition, say);
            }
        }

        say($"{proved} 次封账和更正由事件重新计算，结果与已公布的逐位一致；不一致的 {failed} 次。");
        return failed == 0;
    }

    private static int Tell(string street, ProvedEdition edition, Action<string> say)
    {
        say($"{Name(street, edition)}与重新计算的结果不一致：");
        foreach (var f in edition.Differences.Figures) say($"  {f.Subject} {f.Figure}：公布 {f.Was}，重算 {f.Now}");
        foreach (var l in edition.Differences.Lines) say($"  {l.Subject} {l.Text}：公布 {l.From:0.00##}，重算 {l.To:0.00##}");
        return 1;
    }

    private static string Name(string street, ProvedEdition edition) =>
        $"{street} {edition.Month}{(edition.Correction == 0 ? "" : $"（第 {edition.Correction} 次更正）")}";

    private async Task<IReadOnlyList<string>> Streets(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT DISTINCT street FROM months ORDER BY street", cancellationToken: cancellation))).AsList();
    }
}
