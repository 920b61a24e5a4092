using System.Text.Json;
using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Recurrences;

/// <summary>What the office arranges to recur: a periodic duty or a roster.</summary>
internal interface ISchedule
{
    string Title { get; }

    /// <summary>First day of its validity.</summary>
    DateOnly From { get; }

    /// <summary>Last day of its validity; a slot that reaches beyond is not asked for.</summary>
    DateOnly? Until { get; }

    /// <summary>Days after a slot's last in which it can be made good; 0 when null.</summary>
    int? GraceDays { get; }

    /// <summary>The kind of its assignments.</summary>
    AssignmentKind KindOfAssignments();

    /// <summary>It asks for something at a time, and not only for so many times.</summary>
    bool IsDated();

    IEnumerable<Slot> Slots(DateOnly from, DateOnly before, WorkCalendar calendar);

    bool Asks(UnitRow unit);

    AssignmentIssued Issue(Guid series, int revision, Slot slot, string unit, DateTimeOffset at);

    /// <summary>The event that says so.</summary>
    IScheduleArranged Arranged(string code, int revision, DateOnly effective, DateTimeOffset at);
}

internal static class Schedules
{
    /// <summary>By value: records compare their lists by reference.</summary>
    public static bool SameAs(this ISchedule one, ISchedule? other) =>
        one.GetType() == other?.GetType() && JsonSerializer.Serialize<object>(one) == JsonSerializer.Serialize<object>(other);
}

/// <summary>What holds from a day on, until a later arrangement does.</summary>
/// <param name="Schedule">Null: it was stopped.</param>
internal sealed record Arrangement(int Revision, DateOnly Effective, ISchedule? Schedule, DateTimeOffset At)
{
    public bool Asks(Slot slot) => slot.Due > At && (Schedule?.Until is not { } until || slot.Last <= until);
}

/// <summary>A recurrence or a roster through its arrangements.</summary>
internal sealed record Series : IAggregate<Series, ISeriesEvent>
{
    public static Series Initial { get; } = new();

    public IReadOnlyList<Arrangement> Arrangements { get; init; } = [];

    public Arrangement? Latest => Arrangements is [.., var latest] ? latest : null;

    public bool Exists => Arrangements.Count > 0;

    /// <summary>As it was last arranged, whether or not it has been stopped since.</summary>
    public ISchedule? LastSchedule => Arrangements.LastOrDefault(arrangement => arrangement.Schedule is not null)?.Schedule;

    /// <summary>What was said last about a day holds.</summary>
    public Arrangement? InForce(DateOnly day) => Arrangements.LastOrDefault(arrangement => arrangement.Effective <= day);

    public Series Evolve(ISeriesEvent @event) => @event switch
    {
        IScheduleArranged e => With(new(e.Revision, e.Effective, e.ToSchedule(), e.At)),
        SeriesStopped e => With(new(e.Revision, e.Effective, Schedule: null, e.At)),
    };

    /// <summary>
    /// The slots whose first day is <paramref name="first"/> or later, and before <paramref name="before"/>, each under the arrangement
    /// in force on that day. What was over when an arrangement was written down is not asked for.
    /// </summary>
    public IEnumerable<(Arrangement Arrangement, Slot Slot)> Slots(DateOnly first, DateOnly before, WorkCalendar calendar) =>
        Arrangements.SelectMany(arrangement => Under(arrangement, first, before, calendar));

    public static StreamId<Series> Stream(string street, Guid id) => new(street, id);

    public static StreamId<Series> Stream(string street, AssignmentKind kind, string code) =>
        StreamId<Series>.Named(street, $"series/{kind}/{code}");

    private IEnumerable<(Arrangement, Slot)> Under(
        Arrangement arrangement, DateOnly first, DateOnly before, WorkCalendar calendar) =>
        arrangement.Schedule is { } schedule
            ? schedule.Slots(Later(first, Later(arrangement.Effective, schedule.From)), before, calendar)
                .Where(slot => arrangement.Asks(slot) && InForce(slot.First)?.Revision == arrangement.Revision)
                .Select(slot => (arrangement, slot))
            : [];

    private Series With(Arrangement arrangement) => this with { Arrangements = [.. Arrangements, arrangement] };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
