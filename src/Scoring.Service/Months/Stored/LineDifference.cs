namespace Campaign.Scoring.Months.Stored;

/// <summary><see cref="Months.LineDifference"/> as events keep it.</summary>
internal sealed record LineDifference(string Subject, string Kind, Guid? EventId, string Text, decimal From, decimal To)
{
    public static LineDifference Of(Months.LineDifference difference) => new(
        difference.Subject, difference.Kind, difference.EventId, difference.Text, difference.From, difference.To);

    public Months.LineDifference ToLineDifference() => new(Subject, Kind, EventId, Text, From, To);
}
