using System.Collections.Immutable;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Tasks.Organisation;

/// <summary>
/// What holds from which day on. Changes are recorded in any order: of two for the same day the later recorded one stands, and one for
/// an earlier day never touches what holds from a later day on. <see cref="Periods"/> keeps the same in rows.
/// </summary>
internal sealed record Timeline<T>(ImmutableSortedDictionary<DateOnly, T> Entries) where T : class
{
    public static Timeline<T> Empty { get; } = new(ImmutableSortedDictionary<DateOnly, T>.Empty);

    public bool IsEmpty => Entries.IsEmpty;

    public Timeline<T> From(DateOnly day, T value) => new(Entries.SetItem(day, value));

    /// <summary>What holds on a day; null before the first.</summary>
    public T? On(DateOnly day) => Entries.TakeWhile(entry => entry.Key <= day).Select(entry => entry.Value).LastOrDefault();

    /// <summary>Whether a change for the day is overtaken by one for a later day that is known already.</summary>
    public bool IsOvertaken(DateOnly day) => !Entries.IsEmpty && Entries.Keys.Last() > day;

    /// <summary>
    /// Whether a change says nothing new. One that names its day is a statement about that day and is kept even where the same
    /// holds already, so that it stands whatever is recorded for days before; one that does not asks only for what holds today.
    /// </summary>
    public bool Says(EffectiveDay effective, Func<T, bool> same) =>
        (effective.Named ? Entries.GetValueOrDefault(effective.Day) : On(effective.Day)) is { } known && same(known);
}

/// <summary>The day from which a change holds.</summary>
/// <param name="Named">The caller named it; otherwise it is today.</param>
internal readonly record struct EffectiveDay(DateOnly Day, bool Named)
{
    public static EffectiveDay From(DateOnly? day, DateTimeOffset now) => new(day ?? ChinaTime.DateOf(now), day is not null);
}
