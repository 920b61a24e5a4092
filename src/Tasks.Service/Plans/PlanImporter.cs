using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Points;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Plans;

/// <summary>Takes a document in, or shows what taking it would do. All of it in one transaction or nothing.</summary>
internal sealed class PlanImporter(
    IEventStore store, OrganisationLookup register, AssignmentKinds kinds, NpgsqlDataSource database)
{
    private const int MaxRows = 10_000;

    private static readonly Refusal TooLarge = new("plan-too-large", $"方案展开后超过 {MaxRows} 项任务，请拆分后导入。", RefusalKind.Invalid);

    public async Task<PlanImportOutcome> Import(string street, PlanSource source, bool dryRun, Commands commands)
    {
        var (document, cancellation) = (source.Document, commands.Cancellation);
        var stream = Plan.Stream(street, document.DocumentNumber);
        var read = new PlanReading(
            document, await register.Units(street, cancellation), await register.Posts(street, cancellation),
            await KnownPoint.Of(database, street, cancellation), kinds).Items();
        var guarantors = await register.GuarantorsOn(street, ChinaTime.DateOf(commands.Now), cancellation);
        IReadOnlyList<ImportRemark> remarks = [.. source.Remarks, .. PlanRemarks.Of(document).Select(source.Placed)];
        IReadOnlyList<PlanRow> rows = [];
        List<FieldError> errors = [];
        // A document that was taken before is known by what it says, under whatever key it comes again.
        var options = commands.Options with { CausationId = null };
        var done = await store.Transact<Plan>(stream, async (plan, _) =>
        {
            var standing = plan.State.Document is null ? [] : await Standing(stream, cancellation);
            rows =
            [
                .. new PlanDiff(stream.Id, document, plan.State, standing, commands.Now, kinds, guarantors).Rows(read)
                    .Select(source.Placed),
            ];
            if (rows.Count > MaxRows) return TooLarge;
            errors = dryRun ? [] : Refused(rows, remarks);
            return dryRun || errors.Count > 0
                ? JointDecision.Nothing
                : plan.Gets(ImportPlan.By(rows, document, commands.Now).Decide(plan.State)).And(Changes(stream, rows))
                    .And(await PointsOf(street, rows, commands.Now, cancellation));
        }, options, cancellation);
        return new(PlanImportResult.Of(stream.Id, rows, taken: !dryRun, remarks), done.Version, done.Refusal, errors);
    }

    private static IEnumerable<StreamChange> Changes(StreamId plan, IReadOnlyList<PlanRow> rows) =>
        from row in rows
        let assignment = Assignment.Stream(plan.Tenant, row.Item.AssignmentId(plan.Id))
        select StreamChange.To<Assignment>(assignment, row.Version, row.Events);

    /// <summary>A preparation for a community of which no point is registered makes one.</summary>
    private async Task<IReadOnlyList<StreamChange>> PointsOf(
        string street, IReadOnlyList<PlanRow> rows, DateTimeOffset now, CancellationToken cancellation)
    {
        var asked = rows.SelectMany(row => row.Events).OfType<AssignmentIssued>().Select(issued => issued.Brief?.Point).OfType<string>()
            .Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0) return [];
        var known = await KnownPoint.Of(database, street, cancellation);
        var organisation = await register.On(street, ChinaTime.DateOf(now), cancellation);
        return
        [
            .. from code in asked
               where known.All(point => point.Code != code)
               let name = organisation?.Communities.FirstOrDefault(community => community.Code == code)?.Name ?? code
               select StreamChange.New(
                   InspectionPoint.Stream(street, code), InspectionPointRegistered.OfCommunity(code, name, now)),
        ];
    }

    private static List<FieldError> Refused(IReadOnlyList<PlanRow> rows, IReadOnlyList<ImportRemark> remarks) =>
    [
        .. remarks.Where(remark => remark.Outcome is RowOutcome.Refused)
            .Concat(rows.Where(row => row.Outcome is RowOutcome.Refused).Select(row => new ImportRemark(row.At, row.Outcome, row.Note!)))
            .Distinct().Select(refused => refused.Error),
    ];

    private async Task<Dictionary<Guid, StandingAssignment>> Standing(StreamId plan, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<StandingAssignment>(new CommandDefinition(
            """
            SELECT id AS Id, version AS Version, status AS Status, unit AS Unit, due AS Due
            FROM assignments WHERE street = @street AND plan_id = @plan
            """,
            new { street = plan.Tenant, plan = plan.Id }, cancellationToken: cancellation));
        return rows.ToDictionary(row => row.Id);
    }
}

/// <param name="Version">Of the plan.</param>
/// <param name="Refusal">Why nothing was taken; null otherwise.</param>
/// <param name="Errors">What kept the document out, row by row.</param>
internal sealed record PlanImportOutcome(PlanImportResult Result, long Version, Refusal? Refusal, IReadOnlyList<FieldError> Errors);

/// <summary>A document and what its carrier adds to it.</summary>
/// <param name="Remarks">What the carrier itself had to say.</param>
/// <param name="Where">Where a JSON pointer of the document lies in the carrier.</param>
internal sealed record PlanSource(PlanDocument Document, IReadOnlyList<ImportRemark> Remarks, Func<string, string> Where)
{
    public ImportRemark Placed(ImportRemark remark) => remark with { At = Where(remark.At) };

    public PlanRow Placed(PlanRow row) => row with { At = Where(row.At) };

    public static PlanSource Json(PlanDocument document) => new(document, [], pointer => pointer);
}
