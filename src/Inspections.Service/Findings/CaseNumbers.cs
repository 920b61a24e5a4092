using System.Collections.Concurrent;
using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Web;
using Npgsql;

namespace Campaign.Inspections.Findings;

/// <summary>
/// Appends new findings together with their numbers, <c>street-yyyy-nnnnnn</c>, without gaps. Within the process one append
/// per street goes at a time and carries all who came meanwhile; other instances are met by the register's expected version.
/// </summary>
internal sealed class CaseNumbers(IEventStore store, NpgsqlDataSource database)
{
    private readonly ConcurrentDictionary<string, CaseNumberAllocator> allocators = new(StringComparer.Ordinal);

    /// <param name="openings">The new streams; numbers go in this order.</param>
    /// <param name="others">What is to be committed together with them.</param>
    /// <returns>The number of each finding, in the order given.</returns>
    /// <exception cref="StreamVersionConflictException">One of the findings exists already, or one of the others has moved.</exception>
    public async Task<IReadOnlyList<string>> Append(
        string street, IReadOnlyList<FindingOpening> openings, EventMetadata metadata, CancellationToken cancellation,
        params IReadOnlyList<StreamAppend> others)
    {
        var request = new NumberRequest(openings, metadata, others);
        await allocators.GetOrAdd(street, of => new CaseNumberAllocator(of, store, database)).Serve(request, cancellation);
        return request.Numbers;
    }
}

/// <param name="Year">Local year of recording; each has its own register.</param>
/// <param name="Events">The first events of the finding, made with its number.</param>
/// <param name="Cause">The request behind it; a repeat derives the same event ids.</param>
internal sealed record FindingOpening(Guid Id, int Year, Func<string, IReadOnlyList<object>> Events, Guid? Cause = null)
{
    /// <param name="decided">The first events, still without a number.</param>
    public static FindingOpening Of(Guid id, IReadOnlyList<object> decided, Guid? cause) => new(
        id, ChinaTime.DateOf(decided.OfType<FindingRecorded>().Single().At).Year,
        number => [.. decided.Select(e => e is FindingRecorded recorded ? recorded with { CaseNumber = number } : e)], cause);
}
