namespace Campaign.Inspections.Evidence;

/// <summary>Who sees a piece of evidence beside those for whom it was uploaded.</summary>
internal interface IEvidenceAudience
{
    /// <summary>Whether one of <c>@units</c> sees evidence <c>e</c>, in SQL: the folder that shows it knows where.</summary>
    string Condition { get; }
}
