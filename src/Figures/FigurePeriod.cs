namespace Campaign.Figures;

/// <summary>What figures are about, and when they are asked for.</summary>
/// <param name="Start">0:00 of the first day in Asia/Shanghai.</param>
/// <param name="End">24:00 of the last.</param>
public sealed record FigurePeriod(DateTimeOffset Start, DateTimeOffset End, DateTimeOffset Now)
{
    /// <summary>Figures are those of this moment: the end of the period, or now in one that is running.</summary>
    public DateTimeOffset Until => IsRunning ? Now : End;

    public bool IsRunning => Now < End;

    /// <summary>What happens at 24:00 of the last day happens at 0:00 of the next.</summary>
    public bool Has(DateTimeOffset? at) => Start <= at && at < End;

    /// <summary>A deadline belongs to the day it names: 24:00 is of the day that ends with it.</summary>
    public bool HasDeadline(DateTimeOffset? due) => Start < due && due <= End;
}
