namespace Campaign.Scoring.Months.Stored;

/// <summary><see cref="Scorecards.MonthCounts"/> as events keep it.</summary>
internal sealed record MonthCounts(int Cases, int Due, int OnTime, int Rounds, int Relapses, int Reworked, int SameDay)
{
    public static MonthCounts Of(Scorecards.MonthCounts counts) => new(
        counts.Cases, counts.Due, counts.OnTime, counts.Rounds, counts.Relapses, counts.Reworked, counts.SameDay);

    public Scorecards.MonthCounts ToMonthCounts() => new(Cases, Due, OnTime, Rounds, Relapses, Reworked, SameDay);
}
