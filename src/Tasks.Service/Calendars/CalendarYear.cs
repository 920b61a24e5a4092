using System.Collections.Immutable;
using Campaign.EventStore;

namespace Campaign.Tasks.Calendars;

/// <summary>When the district works in a year.</summary>
/// <param name="Source">The document behind it, such as 国办发明电〔2023〕7号.</param>
/// <param name="WorkingDays">调休: weekend days on which people work.</param>
/// <param name="Windows">Hours of a working day, in order.</param>
internal sealed record CalendarYear(
    int Year, string Source, string? Note, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> WorkingDays,
    IReadOnlyList<Window> Windows)
{
    public bool SameAs(CalendarYear? other) => StoredJson.Same(this, other);
}

/// <summary>放假, both days included.</summary>
internal sealed record Holiday(string Name, DateOnly From, DateOnly To);

/// <summary>工作时段.</summary>
internal sealed record Window(TimeOnly From, TimeOnly Until)
{
    public static readonly IReadOnlyList<Window> Default = [new(new(8, 30), new(12, 0)), new(new(14, 0), new(17, 30))];

    public override string ToString() => $"{From:HH:mm}–{Until:HH:mm}";
}

/// <summary>Every edition of a year's table, so that what was counted by an old one is explained by the old one.</summary>
internal sealed record CalendarHistory : IAggregate<CalendarHistory, ICalendarEvent>
{
    public static CalendarHistory Initial { get; } = new();

    public ImmutableList<CalendarYear> Editions { get; init; } = [];

    public CalendarHistory Evolve(ICalendarEvent @event) => @event switch
    {
        CalendarArranged e => new() { Editions = Editions.Add(e.Table.ToCalendarYear()) },
    };

    public static StreamId<CalendarHistory> Stream(int year) => StreamId<CalendarHistory>.Named("district", $"calendar/{year}");
}
