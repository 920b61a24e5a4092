using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Findings;

/// <summary>Records a finding: alone, or with what it comes from.</summary>
internal sealed class RecordFindingHandler(
    CaseNumbers numbers, EvidenceRegister evidence, RecordingContextLoader contexts, IEventStore store)
{
    /// <summary>A finding of its own. Where an earlier attempt got as far as the commit, what came of that.</summary>
    public async Task<AppendResult<Finding>> Handle(
        StreamId<Finding> stream, RecordFinding command, TransactOptions options, CancellationToken cancellation)
    {
        var decision = await Decide(stream.Tenant, command, cancellation);
        if (decision.Refusal is not null) return new(Finding.Initial, 0, [], decision.Refusal);
        try
        {
            return await Append(stream, decision, options, cancellation);
        }
        catch (StreamVersionConflictException conflict) when (conflict.Stream == stream)
        {
            var (finding, version) = await store.Load(stream, cancellation);
            return new(finding, version, [], null);
        }
    }

    public async Task<Decision> Decide(string street, RecordFinding command, CancellationToken cancellation)
    {
        var context = await contexts.Of(street, command.Category, command.Place, command.Now, cancellation);
        return command.Decide(context with { MissingPhoto = await evidence.Missing(street, command.Photos, cancellation) });
    }

    /// <param name="decision">What is to begin the stream, still without a number.</param>
    /// <param name="others">What is committed together with it.</param>
    /// <exception cref="StreamVersionConflictException">The finding exists already, or one of the others has moved.</exception>
    public async Task<AppendResult<Finding>> Append(
        StreamId<Finding> stream, Decision decision, TransactOptions options, CancellationToken cancellation,
        params IReadOnlyList<StreamAppend> others)
    {
        var opening = FindingOpening.Of(stream.Id, decision.Events, options.CausationId);
        var given = await numbers.Append(stream.Tenant, [opening], options.Metadata, cancellation, others);
        var events = opening.Events(given[0]);
        return new(events.Fold<Finding>(), events.Count, events, null);
    }
}
