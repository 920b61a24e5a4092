using Dapper;

namespace Campaign.Chaos;

/// <summary>
/// Compares by SQL and HTTP alone what was answered, what lies in the streams, and what the services say. Shares no code with them.
/// </summary>
internal sealed class Checker(Inside inside, Street street, Journal journal)
{
    /// <summary>Stored names of the events that only the load brings about.</summary>
    private static readonly Dictionary<string, string[]> OfTheLoad = new(StringComparer.Ordinal)
    {
        ["inspections"] =
            ["inspection_started", "inspection_confirmed", "finding_recorded", "finding_struck_off", "rectification_rejected"],
        ["tasks"] = ["assignment_acknowledged", "assignment_submitted"],
    };

    /// <summary>An event here, and the one it must have become there, once each.</summary>
    private static readonly (string From, string Event, string To, string Became)[] Facts =
    [
        ("inspections", "finding_recorded", "scoring", "case_recorded"),
        ("inspections", "finding_routed", "scoring", "case_routed"),
        ("inspections", "rectification_rejected", "scoring", "case_rejected"),
        ("inspections", "finding_struck_off", "scoring", "case_struck_off"),
        ("inspections", "inspection_started", "scoring", "inspection_begun"),
        ("inspections", "inspection_confirmed", "scoring", "inspection_taken"),
        ("inspections", "finding_recorded", "tasks", "rectification_opened"),
        ("inspections", "finding_struck_off", "tasks", "rectification_struck_off"),
        ("inspections", "rectification_rejected", "tasks", "rectification_rejected"),
        ("tasks", "rectification_issued", "inspections", "finding_routed"),
        ("tasks", "assignment_acknowledged", "inspections", "finding_accepted"),
        ("tasks", "assignment_submitted", "inspections", "rectification_reported"),
    ];

    /// <summary>签收 that arrives behind the 上报 of the same round says nothing new and is not written down.</summary>
    private const string Overtaken = "finding_accepted";

    public async Task<Verdict> Judge(bool settled, int kills)
    {
        var commands = await Commands();
        var facts = await FactsBetweenServices();
        var numbers = await CaseNumbers();
        var photos = await new EvidenceChecker(inside, street, journal.Photos).Judge();
        var dead = (int)await inside.DeadLetters(CancellationToken.None);
        if (!settled) Console.WriteLine("  ✗ 系统没有平静下来");
        if (dead > 0) Console.WriteLine($"  ✗ 死信 {dead} 条");
        return new(
            journal.Acknowledged, commands.Found, commands.Lost + facts.Lost + photos.Lost + dead + (settled ? 0 : 1),
            commands.Doubled + facts.Doubled + numbers,
            await new ScoreChecker(inside, street).Judge(), await Ledger(),
            kills, photos.Whole, journal.Photos.Refused, journal.Photos.Unclear.Count);
    }

    private async Task<(int Found, int Lost, int Doubled)> Commands()
    {
        var (found, lost, doubled) = (0, 0, 0);
        foreach (var (database, events) in OfTheLoad)
        {
            var stored = (await Count(database, events))
                .ToDictionary(row => new Expected(database, row.Stream, row.Event), row => row.Count);
            foreach (var (expected, count) in journal.All.Where(pair => pair.Key.Database == database))
            {
                var there = stored.GetValueOrDefault(expected);
                found += Math.Min(count, there);
                lost += Differs($"{expected.Event} {expected.Stream} 缺少", count - there);
                doubled += Differs($"{expected.Event} {expected.Stream} 多出", there - count - journal.Doubts(expected));
                stored.Remove(expected);
            }
            // Streams that nobody was told of: as many as there were creations without an answer, at most.
            foreach (var group in stored.GroupBy(pair => pair.Key.Event, StringComparer.Ordinal))
            {
                var unanswered = group.Sum(pair => Math.Max(0, pair.Value - journal.Doubts(pair.Key))) - journal.Doubts(
                    new(database, Guid.Empty, group.Key));
                doubled += Differs($"{group.Key} 无人确认", unanswered);
            }
        }
        return (found, lost, doubled);
    }

    private async Task<(int Lost, int Doubled)> FactsBetweenServices()
    {
        var (lost, doubled) = (0, 0);
        foreach (var (from, @event, to, became) in Facts)
        {
            var told = (await ByCase(from, @event)).ToDictionary();
            var heard = (await ByCase(to, became)).ToDictionary();
            foreach (var @case in told.Keys.Union(heard.Keys))
            {
                var difference = told.GetValueOrDefault(@case) - heard.GetValueOrDefault(@case);
                if (became != Overtaken) lost += Differs($"{from} {@event} → {to} {became} {@case} 缺少", difference);
                doubled += Differs($"{from} {@event} → {to} {became} {@case} 多出", -difference);
            }
        }
        return (lost, doubled);
    }

    private async Task<int> CaseNumbers()
    {
        await using var connection = inside.Open("inspections");
        var numbers = (await connection.QueryAsync<string>("SELECT data ->> 'caseNumber' FROM mt_events WHERE type = 'finding_recorded'"))
            .Order(StringComparer.Ordinal);
        return numbers.GroupBy(number => number[..^6], StringComparer.Ordinal)
            .Sum(year => year.Index()
                .Count(number => Differs(
                    $"{number.Item} 应为 {year.Key}{number.Index + 1:D6}", number.Item == $"{year.Key}{number.Index + 1:D6}" ? 0 : 1) > 0));
    }

    private async Task<int> Ledger()
    {
        await using var connection = inside.Open("inspections");
        var fold = (await connection.QueryAsync<(Guid Id, string Last)>(
            """
            SELECT DISTINCT ON (stream_id) stream_id, type FROM mt_events
            WHERE type = ANY (@steps) ORDER BY stream_id, version DESC
            """,
            new { steps = Steps.Keys.ToArray() })).ToDictionary(row => row.Id, row => Steps[row.Last]);
        var rows = (await street.Office.GetAll<Row>($"{Street.Path}/findings")).ToDictionary(row => row.Id, row => row.Status);
        return fold.Keys.Union(rows.Keys).Count(id => Differs(
            $"案件 {id} 台账 {rows.GetValueOrDefault(id)}，应为 {fold.GetValueOrDefault(id)}",
            rows.GetValueOrDefault(id) == fold.GetValueOrDefault(id) ? 0 : 1) > 0);
    }

    private static readonly Dictionary<string, string> Steps = new(StringComparer.Ordinal)
    {
        ["finding_recorded"] = "Recorded",
        ["finding_routed"] = "Routed",
        ["finding_accepted"] = "Accepted",
        ["rectification_reported"] = "Reported",
        ["rectification_rejected"] = "Accepted",
        ["finding_struck_off"] = "StruckOff",
    };

    private async Task<IEnumerable<(Guid Stream, string Event, int Count)>> Count(string database, string[] events)
    {
        await using var connection = inside.Open(database);
        return await connection.QueryAsync<(Guid, string, int)>(
            "SELECT stream_id, type, count(*)::int FROM mt_events WHERE type = ANY (@events) GROUP BY 1, 2", new { events });
    }

    /// <summary>By finding or inspection: a stream of Tasks names the case that it is about.</summary>
    private async Task<IEnumerable<KeyValuePair<Guid, int>>> ByCase(string database, string @event)
    {
        await using var connection = inside.Open(database);
        var rows = await connection.QueryAsync<(Guid Case, int Count)>(
            """
            SELECT coalesce((data -> 'case' ->> 'findingId')::uuid, stream_id), count(*)::int FROM mt_events
            WHERE type = @event GROUP BY 1
            """,
            new { @event });
        return rows.Select(row => KeyValuePair.Create(row.Case, row.Count));
    }

    /// <summary>Says what differs; nothing for 0 or less.</summary>
    public static int Differs(string what, int by)
    {
        if (by > 0) Console.WriteLine($"  ✗ {what}");
        return Math.Max(0, by);
    }

    private sealed record Row(Guid Id, string Status);
}
