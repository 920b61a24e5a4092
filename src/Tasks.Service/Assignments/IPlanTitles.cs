namespace Campaign.Tasks.Assignments;

/// <summary>What the plans of a street are called.</summary>
internal interface IPlanTitles
{
    Task<IReadOnlyDictionary<Guid, string>> Of(string street, CancellationToken cancellation);
}
