using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Progress;

/// <summary>报告进展: by the unit that leads or one that helps, for itself.</summary>
internal sealed record ReportProgress(
    Guid Report, Caller By, string? Note, int? Percent, IReadOnlyList<Quantity> Quantities, IReadOnlyList<string> Photos, DateOnly? On,
    Guid? Replaces, DateTimeOffset Now)
{
    private const int MaxReports = 1000;

    public static readonly Refusal TooManyReports = new("too-many-reports", $"一项任务的进展不能超过 {MaxReports} 条。");
    public static readonly Refusal OnInFuture = new("on-in-future", "完成日期不能晚于今天。", RefusalKind.Invalid, "/on");
    public static readonly Refusal ReportUnknown =
        new("report-not-standing", "没有这条进展，或已被更正；请更正最新的一条。", RefusalKind.Invalid, "/replaces");

    private DateOnly Today => ChinaTime.DateOf(Now);

    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        _ when assignment.Facet<ReportBook>().Made.Contains(Report) => Decision.Nothing,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when assignment.UnitOf(By) is null => AssignmentRules.NotYourUnit,
        _ when assignment.Facet<ReportBook>().Made.Count >= MaxReports => TooManyReports,
        _ when On > Today => OnInFuture,
        _ when Replaces is { } corrected && !assignment.Facet<ReportBook>().Standing.Contains(corrected) => ReportUnknown,
        _ => Decision.Of(new ProgressReported(
            Report, assignment.UnitOf(By)!, Note, Percent, Quantities, Photos, On ?? Today, Replaces, Now)),
    };
}

internal static class ReportProgressEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/progress", Handle).Allow(Audience.Doers).WithSummary("报告进展")
        .Produces<ProgressTaken>(StatusCodes.Status201Created);

    private static Task<IResult> Handle(string street, Guid id, ProgressEntry body, Caller caller, Commands commands)
    {
        var report = commands.NewId();
        var command = new ReportProgress(
            report, caller, body.Note, body.Percent, Quantity.Normalised(body.Quantities) ?? [], body.Photos ?? [], body.On, body.Replaces,
            commands.Now);
        return commands.Create(
            Assignment.Stream(street, id), command.Decide, $"/api/streets/{street}/assignments/{id}/progress",
            done => new ProgressTaken(report, done.Version));
    }
}

/// <param name="Report">Names the report when a later one corrects it.</param>
internal sealed record ProgressTaken(Guid Report, long Version);

/// <param name="On">The day the work was done; today when left out.</param>
/// <param name="Replaces">An earlier report of the same assignment that this one corrects.</param>
internal sealed record ProgressEntry(
    string? Note, int? Percent, IReadOnlyList<Quantity>? Quantities, IReadOnlyList<string>? Photos, DateOnly? On, Guid? Replaces)
{
    internal sealed class Validator : AbstractValidator<ProgressEntry>
    {
        public Validator()
        {
            RuleFor(x => x.Note).MaximumLength(2000);
            RuleFor(x => x.Note).NotEmpty()
                .When(x => x.Percent is null && x.Quantities is not { Count: > 0 } && x.Photos is not { Count: > 0 })
                .WithErrorCode("progress-empty").WithMessage("请说明进展，或填写进度、工作量、照片。");
            RuleFor(x => x.Percent).InclusiveBetween(0, 100);
            RuleFor(x => x.Photos).ArePhotos();
            RuleFor(x => x.Quantities).AreQuantities();
        }
    }
}
