namespace Campaign.Inspections.Ledger;

/// <summary>Whether the names of those who found something would tell who goes on a covert visit.</summary>
internal interface IVeil
{
    /// <summary>Of <c>@inspection</c> of <c>@street</c>, in SQL: the folder that keeps inspections knows.</summary>
    string OfInspection { get; }
}
