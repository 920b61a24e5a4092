using System.Text.Json.Serialization;
using Campaign.Tasks.Calendars;
using Campaign.Web;

namespace Campaign.Tasks.Recurrences;

/// <param name="To">Later than <paramref name="From"/>; 00:00 is the end of the day.</param>
internal sealed record TimeWindow(TimeOnly From, TimeOnly To)
{
    private static readonly TimeOnly Noon = new(12, 0);

    [JsonIgnore]
    public bool LastsToMidnight => To == TimeOnly.MinValue;

    [JsonIgnore]
    public bool IsForward => LastsToMidnight || From < To;

    /// <summary>上午 by the hours of a working day: what lies before noon for the most part, or an undivided day until noon.</summary>
    public static TimeWindow MorningOf(IReadOnlyList<Window> hours) => hours switch
    {
        [var whole] => whole.From < Noon ? new(whole.From, whole.Until < Noon ? whole.Until : Noon) : MorningOf(Window.Default),
        _ when hours.Where(IsMorning).ToList() is { Count: > 0 } mornings => new(mornings[0].From, mornings[^1].Until),
        _ => MorningOf(Window.Default),
    };

    /// <summary>下午, as <see cref="MorningOf"/> leaves it.</summary>
    public static TimeWindow AfternoonOf(IReadOnlyList<Window> hours) => hours switch
    {
        [var whole] => whole.Until > Noon ? new(whole.From > Noon ? whole.From : Noon, whole.Until) : AfternoonOf(Window.Default),
        _ when hours.Where(window => !IsMorning(window)).ToList() is { Count: > 0 } rest => new(rest[0].From, rest[^1].Until),
        _ => AfternoonOf(Window.Default),
    };

    /// <summary>Its middle lies before noon. Times of day are not subtracted: their difference goes round the clock.</summary>
    private static bool IsMorning(Window window) => window.From.Ticks + window.Until.Ticks < 2 * Noon.Ticks;

    public Slot On(Period day, string suffix, string label) => new(
        day.Name + suffix, day.Label + label, day.First, day.Last,
        new(day.First.ToDateTime(From), ChinaTime.Offset),
        LastsToMidnight ? ChinaTime.EndOf(day.First) : new(day.First.ToDateTime(To), ChinaTime.Offset));

    public override string ToString() => $"{From:HH:mm}—{(LastsToMidnight ? "24:00" : $"{To:HH:mm}")}";
}
