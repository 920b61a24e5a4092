using Campaign.Figures;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Figures;

/// <summary>A number that leaders ask for, as a list: everything that counts, and which of it is in the numerator.</summary>
/// <param name="Code">Its name in JSON and in addresses.</param>
/// <param name="Name">In Chinese; with the name that 数字城管 gives to the same number.</param>
/// <param name="Numerator">What is counted, in words.</param>
/// <param name="Denominator">Of what, in words.</param>
/// <param name="Items">Everything in the denominator.</param>
internal sealed record Figure(
    string Code, string Name, string Numerator, string Denominator, Func<FigureScope, IEnumerable<Counted>> Items, bool IsMedian = false)
{
    public string Unit => IsMedian ? "小时" : "%";

    public FigureValue ValueOf(IEnumerable<Counted> items)
    {
        var (numerator, denominator, took) = (0, 0, new List<TimeSpan>());
        foreach (var counted in items)
        {
            denominator++;
            if (counted.InNumerator) numerator++;
            if (IsMedian) took.Add(counted.Took);
        }
        return new(numerator, denominator, IsMedian ? RoundFigure.MedianHours(took) : Points.Percent(numerator, denominator));
    }
}

/// <summary>One thing in the denominator of a figure.</summary>
/// <param name="Subject">The unit it lies with; null while it lies with none.</param>
/// <param name="ToKey">Its identity in the figure, by which lists are ordered: case number and round, or subject and Monday.</param>
/// <param name="ToText">The sentence people read; made when somebody opens the list.</param>
/// <param name="Took">Where the figure is a median: what it is the median of.</param>
internal sealed record Counted(
    string? Subject, DateTimeOffset At, bool InNumerator, Func<string> ToKey, Func<string> ToText, TimeSpan Took = default)
{
    public string Key => ToKey();

    public string Text => ToText();
}

/// <param name="Value">Percent or hours, two decimals; null where there is nothing to divide by.</param>
internal sealed record FigureValue(int Numerator, int Denominator, decimal? Value);
