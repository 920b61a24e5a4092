using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Places;
using Campaign.Inspections.Reference;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Http;

namespace Campaign.Inspections.Findings;

/// <summary>Where cases come into being, alone or with what they come from.</summary>
internal sealed class FindingRegistration(
    CaseNumbers numbers, Categories categories, EvidenceRegister evidence, CommunityAt communities, Neighbourhood neighbourhood)
{
    public async Task<Refusal?> Check(string street, RecordFinding command, CancellationToken cancellation) =>
        await categories.Find(command.Category, version: null, cancellation) is null
            ? FindingRules.CategoryUnknown
            : await evidence.Missing(street, command.Photos, cancellation);

    /// <exception cref="StreamVersionConflictException">The case exists already, or one of the others has moved.</exception>
    public Task<RecordedFinding> Record(StreamId stream, RecordFinding command, Commands commands, params IReadOnlyList<StreamAppend> others) =>
        Record(stream, command, new TransactOptions(commands.Metadata, Cause: commands.Cause), _ => others, commands.Cancellation);

    /// <param name="others">What is committed together with the case, given its version.</param>
    /// <exception cref="StreamVersionConflictException">The case exists already, or one of the others has moved.</exception>
    public async Task<RecordedFinding> Record(
        StreamId stream, RecordFinding command, TransactOptions options, Func<long, IReadOnlyList<StreamAppend>> others, CancellationToken cancellation)
    {
        var circumstances = await Circumstances(stream.Tenant, command, cancellation);
        var year = ChinaTime.DateOf(command.Now).Year;
        var opening = new NewCase(stream.Id, year, number => command.Decide(number, circumstances), options.Cause);
        var version = opening.Events("").Count;
        var given = await numbers.Append(stream.Tenant, [opening], options.Metadata, cancellation, others(version));
        var events = command.Decide(given[0], circumstances);
        return RecordedFinding.Of(stream.Id, events.Aggregate(Finding.Initial, (state, e) => state.Evolve(e)), events.Count);
    }

    private async Task<Circumstances> Circumstances(string street, RecordFinding command, CancellationToken cancellation)
    {
        var community = command.Place.Point is { } point ? await communities.Find(street, point, cancellation) : null;
        var place = command.Place.Located(community);
        return new(
            place, await categories.Find(command.Category, version: null, cancellation),
            await neighbourhood.Around(street, command.Category, place, command.Now, cancellation));
    }
}

/// <summary>What is known, at the moment of recording, of the place, the category and the cases nearby.</summary>
internal sealed record Circumstances(Place Place, ListedCategory? Category, IReadOnlyList<Neighbour> Neighbours);
