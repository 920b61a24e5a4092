using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>
/// Random lives of a finding over several months, as events: also what decisions would refuse today and old ledgers hold all the same, and
/// much of it at midnight, at the deadline or at the turn of a month.
/// </summary>
internal sealed class AnyRounds(int seed)
{
    public static readonly string[] Units = ["U1", "U2", "U3"];

    private const int MostRounds = 3;
    private const int MostSteps = 9;
    private readonly Random random = new(seed);
    private readonly List<object> events = [];
    private DateTimeOffset at = new DateTimeOffset(2024, 8, 20, 0, 0, 0, TimeSpan.FromHours(8));
    private string unit = Units[0];
    private DateTimeOffset? due;

    public IReadOnlyList<object> Live(string number)
    {
        at += TimeSpan.FromHours(random.Next(24 * 40));
        events.Add(Recorded with { CaseNumber = number, At = at, Place = new(Address: "人民路", Community: "C01") });
        for (var round = 1; round <= MostRounds && WorkedOn(round) && random.Next(2) == 0; round++)
        {
            Later();
            events.Add(Relapsed with { CaseNumber = number, Round = round + 1, Unit = unit, At = at });
            due = null;
        }
        if (random.Next(12) == 0) events.Add(new FindingVoided(number, 1, "误报", at));
        else if (random.Next(12) == 0) events.Add(new FindingMerged(number, 1, new Guid(9, 0, 0, new byte[8]), at));
        return events;
    }

    /// <returns>Whether it was struck off in the end.</returns>
    private bool WorkedOn(int round)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            Later();
            switch (random.Next(10))
            {
                case < 3:
                    Route(round);
                    break;
                case 3 when due is not null:
                    if (at <= due) due = null;
                    events.Add(Declined with { Round = round, Unit = unit, At = at });
                    break;
                case 4 when due is not null:
                    due = Ahead();
                    events.Add(new DeadlineExtended(Number, round, unit, due.Value, "连续降雨", at));
                    break;
                case 5 or 6:
                    events.Add(Reported with { Round = round, Unit = unit, At = at });
                    break;
                case 7 when due is { } rejected:
                    events.Add(Rejected with { Round = round, Unit = unit, Due = rejected, At = at });
                    break;
                case 8 when due is { } struckOff:
                    events.Add(StruckOff with { Round = round, Unit = unit, Due = struckOff, At = at });
                    return true;
                case 9 when random.Next(4) == 0:
                    events.Add(new FindingForciblyClosed(Number, round, unit, due, "拆迁", at));
                    return false;
            }
        }
        return false;
    }

    private void Route(int round)
    {
        unit = Units[random.Next(Units.Length)];
        due = Ahead();
        events.Add(Routed with { Round = round, Unit = unit, Due = due.Value, At = at });
    }

    private DateTimeOffset Ahead() => random.Next(3) == 0
        ? new DateTimeOffset(at.Year, at.Month, 1, 0, 0, 0, at.Offset).AddMonths(1)
        : random.Next(2) == 0 ? Midnight().AddDays(random.Next(5)) : at.AddHours(random.Next(1, 200));

    private void Later() => at = random.Next(6) switch
    {
        0 => at,
        1 when due > at => due.Value,
        2 => Midnight(),
        _ => at.AddHours(random.Next(1, 90)),
    };

    private DateTimeOffset Midnight() => new DateTimeOffset(at.Date, at.Offset).AddDays(1);
}
