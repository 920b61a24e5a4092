using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Plans;

/// <summary>What an import understood, and whether the plan stands as sent.</summary>
/// <param name="Assignments">Number of assignments the plan has, or would have.</param>
/// <param name="Taken">False for a preview.</param>
internal sealed record PlanImport(Guid PlanId, IReadOnlyList<PlanRow> Rows, int Assignments, bool Taken);

internal static class ImportPlanEndpoint
{
    private const int MaxRows = 10_000;
    private const int Attempts = 5;

    private static readonly Refusal TooLarge = new("plan-too-large", $"方案展开后超过 {MaxRows} 项任务，请拆分后导入。", RefusalKind.Invalid);

    public static void Map(RouteGroupBuilder plans) => plans
        .MapPost("/", Handle).Allow(Audience.Offices).WithSummary("导入方案").Produces<PlanImport>();

    private static async Task<IResult> Handle(string street, bool? dryRun, PlanDocument body, Commands commands, Register register, IEventStore store)
    {
        var stream = Plan.Stream(street, body.DocumentNumber);
        var units = await register.Units(street, commands.Cancellation);
        for (var attempt = 1; ; attempt++)
        {
            var (plan, version) = await store.Load<Plan>(stream, commands.Cancellation);
            var rows = new PlanReading(body, units, plan).Rows();
            if (rows.Count > MaxRows) return Problems.Of(TooLarge);
            if (dryRun != true && Refused(rows) is { Count: > 0 } errors) return Problems.Of(errors);

            var items = rows.Where(row => row.Outcome is not RowOutcome.Refused).Select(row => row.Item).ToList();
            var (events, refusal) = new TakePlan(body, items, commands.Now).Decide(plan);
            if (refusal is not null) return Problems.Of(refusal);
            var answer = new PlanImport(stream.Id, rows, items.Count, Taken: dryRun != true);
            if (!answer.Taken || events.Count == 0) return TypedResults.Ok(answer);
            try
            {
                await store.Append(
                    [StreamAppend.To<Plan>(stream, version, events.Select(NewEvent.Of)), .. Issued(stream, body, rows)],
                    commands.Metadata, commands.Cancellation);
                return TypedResults.Ok(answer);
            }
            catch (StreamVersionConflictException) when (attempt < Attempts)
            {
                // The same plan came in twice at once: read it against what is there now.
            }
        }
    }

    private static List<FieldError> Refused(IReadOnlyList<PlanRow> rows) =>
    [
        .. rows.Where(row => row.Outcome is RowOutcome.Refused).DistinctBy(row => row.Pointer, StringComparer.Ordinal)
            .Select(row => new FieldError(row.Pointer, OrganisationRules.UnitUnknown.Rule, row.Note!)),
    ];

    /// <summary>The assignments of the rows that are new, each a stream of its own.</summary>
    internal static IEnumerable<StreamAppend> Issued(StreamId plan, PlanDocument document, IReadOnlyList<PlanRow> rows)
    {
        var actions = document.Actions.ToDictionary(action => action.No);
        var phases = document.Phases.ToDictionary(phase => phase.Name, StringComparer.Ordinal);
        var at = ChinaTime.StartOf(document.IssuedOn);
        foreach (var row in rows.Where(row => row.Outcome is RowOutcome.Understood or RowOutcome.Questionable))
        {
            var phase = phases[row.Phase];
            var issued = new AssignmentIssued(
                AssignmentKind.OneOff, $"{actions[row.Action].Name}（{phase.Name}）", row.Unit, Deadline.EndOf(phase.To),
                new PlanOrigin(plan.Id, row.Action, row.Phase), at);
            object[] events = document.IsOver(phase) ? [issued, new AssignmentOverAtIssue(at)] : [issued];
            yield return StreamAppend.To<Assignment>(
                plan with { Id = row.Item.AssignmentId(plan.Id) }, 0, events.Select(NewEvent.Of));
        }
    }
}
