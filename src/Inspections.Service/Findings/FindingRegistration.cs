using Campaign.Contracts;
using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.Findings;

/// <summary>Where cases come into being, alone or with what they come from.</summary>
internal sealed class FindingRegistration(CaseNumbers numbers, EvidenceRegister evidence, Surroundings surroundings)
{
    /// <summary>What the case is to be recorded under, or why it cannot be.</summary>
    public async Task<(Circumstances? Circumstances, Refusal? Refusal)> Survey(string street, RecordFinding command, CancellationToken cancellation)
    {
        var circumstances = await surroundings.Of(street, command.Category, command.Place, command.Now, cancellation);
        if (circumstances.Category is null) return (null, FindingRules.CategoryUnknown);
        return await evidence.Missing(street, command.Photos, cancellation) is { } missing ? (null, missing) : (circumstances, null);
    }

    /// <exception cref="StreamVersionConflictException">The case exists already, or one of the others has moved.</exception>
    public Task<RecordedFinding> Record(
        StreamId stream, RecordFinding command, Circumstances circumstances, Commands commands, params IReadOnlyList<StreamAppend> others) =>
        Record(stream, command, circumstances, new TransactOptions(commands.Metadata, CausationId: commands.CausationId), _ => others, commands.Cancellation);

    /// <param name="others">What is committed together with the case, given its version.</param>
    /// <exception cref="StreamVersionConflictException">The case exists already, or one of the others has moved.</exception>
    public async Task<RecordedFinding> Record(
        StreamId stream, RecordFinding command, Circumstances circumstances, TransactOptions options,
        Func<long, IReadOnlyList<StreamAppend>> others, CancellationToken cancellation)
    {
        var year = ChinaTime.DateOf(command.Now).Year;
        var opening = new NewCase(stream.Id, year, number => command.Decide(number, circumstances), options.CausationId);
        var version = opening.Events("").Count;
        var given = await numbers.Append(stream.Tenant, [opening], options.Metadata, cancellation, others(version));
        var events = command.Decide(given[0], circumstances);
        return RecordedFinding.Of(stream.Id, events.Aggregate(Finding.Initial, (state, e) => state.Evolve(e)), events.Count);
    }
}
