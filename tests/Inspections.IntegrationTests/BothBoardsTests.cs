extern alias Scoring;
using Campaign.EventStore;
using Campaign.Figures;
using Campaign.Inspections.Figures;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Integration;
using Campaign.Inspections.Ledger;
using Npgsql;
using Board = Scoring::Campaign.Scoring;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>
/// The figures of Inspections, counted by PostgreSQL, and those of Scoring, counted from the facts it is told, are the same: whatever
/// happened, for every street, unit, month and moment of asking.
/// </summary>
public sealed class BothBoardsTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private const string Nobody = LedgerFilter.Nobody;
    private const int Findings = 250;
    private static readonly string[] Streets = ["990101471", "990101472"];
    private static readonly Board.Kernel.Month[] Months = [new(2024, 8), new(2024, 9), new(2024, 10), new(2024, 11)];

    private static readonly DateTimeOffset[] Nows =
    [
        At(8, 31, 15), At(9, 1, 0), At(9, 12, 10), At(9, 30, 23), At(10, 1, 0), At(10, 17, 0), At(11, 1, 0), At(12, 31, 0),
    ];

    [Fact]
    public async Task They_show_the_same_numbers()
    {
        var compared = 0;
        foreach (var (street, seed) in Streets.Select((street, i) => (street, i * Findings)))
        {
            var facts = await Happen(street, seed);
            foreach (var month in Months)
            {
                foreach (var now in Nows) compared += await Compare(street, month, now, facts);
            }
        }
        compared.ShouldBeGreaterThan(1000, "numbers that are not 0");
    }

    /// <returns>How many numbers were compared that are not 0.</returns>
    private async Task<int> Compare(string street, Board.Kernel.Month month, DateTimeOffset now, Board.Facts.MonthFacts facts)
    {
        var sheet = Board.Figures.FigureSheet.Of(Board.Facts.MonthView.Of(month, facts, now));
        var (period, byUnit) = (new FigurePeriod(month.Start, month.End, now), sheet.By(unit => unit ?? Nobody));
        var catalogue = FigureCatalogue.Of(month.First, month.Last, period.Until);
        await using var connection = await fixture.Host.Get<NpgsqlDataSource>().OpenConnectionAsync();
        var compared = 0;
        foreach (var (by, keys) in new[] { (Grouping.None, new[] { "" }), (Grouping.Unit, [.. AnyRounds.Units, Nobody]) })
        {
            var counted = new FigureCounting(connection, new(street, null), by, default);
            await counted.Count(catalogue);
            foreach (var key in keys)
            {
                var scoring = by is Grouping.None ? sheet.Total : byUnit(key);
                foreach (var rate in catalogue.Rates) Same(rate.Code, key, (counted.Of(rate.Part, key), counted.Of(rate.Whole, key)));
                var (rounds, hours) = counted.Medians.TryGetValue(key, out var median) ? ((long, decimal?))median : (0, null);
                Same(catalogue.Median.Code, key, (rounds, rounds));
                scoring[catalogue.Median.Code].Value.ShouldBe(hours, $"hours of {street} {month} asked {now:O}, unit '{key}'");

                void Same(string code, string unit, (long, long) here)
                {
                    var there = scoring[code];
                    here.ShouldBe((there.Numerator, there.Denominator), $"{code} of {street} {month} asked {now:O}, unit '{unit}'");
                    if (there.Denominator > 0) compared++;
                }
            }
        }
        return compared;
    }

    /// <summary>Stored here, and told to Scoring as the broker would tell it.</summary>
    private async Task<Board.Facts.MonthFacts> Happen(string street, int seed)
    {
        var store = fixture.Host.Get<IEventStore>();
        var mapper = new IntegrationEventMapper();
        var (facts, reports) = (new List<Board.Findings.FindingFact>(), new List<Board.Findings.RectificationReport>());
        for (var nth = 0; nth < Findings; nth++)
        {
            var stream = new StreamId<Finding>(street, Guid.CreateVersion7());
            var life = new AnyRounds(seed + nth).Live($"{street}-2024-{nth + 1:D6}");
            await store.Append([StreamAppend.To(stream, 0, life.Select(NewEvent.Of))], EventMetadata.None, default);
            foreach (var e in await store.Read(stream, default))
            {
                if (e.Data is RectificationReported reported) reports.Add(new(stream.Id, reported.Round, reported.At));
                else if (mapper.ToContract(e) is { } contract)
                    facts.Add(Board.Findings.FindingFact.Of(
                        stream.Id, e.Id, (Board.Findings.IFindingEvent)Board.Inbox.InboundMapper.ToEvent(contract)));
            }
        }
        facts.Reverse();
        return new([], [], facts, [], [], RectificationReports: reports);
    }

    private static DateTimeOffset At(int month, int day, int hour) => new(2024, month, day, hour, 0, 0, TimeSpan.FromHours(8));
}
