using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Campaign.Tasks.Recurrences;
using Campaign.Tasks.Rosters;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>上报: done. A rectification shows it with at least one photo.</summary>
internal sealed record SubmitAssignment(Caller By, IReadOnlyList<string> Photos, string? Note, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { Status: AssignmentStatus.Missed } => RecurrenceRules.Missed,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when !By.ActsFor(assignment.Unit) => AssignmentRules.NotYourUnit,
        { Status: AssignmentStatus.Submitted } when Photos.SequenceEqual(assignment.Photos, StringComparer.Ordinal) => Decision.Nothing,
        { Status: AssignmentStatus.Submitted } => AssignmentRules.AlreadySubmitted,
        { IsRectification: true } when Photos.Count == 0 => AssignmentRules.PhotoMissing,
        _ when OccurrenceRecord.Refused(assignment, Photos, Note, Now) is { } refusal => refusal,
        _ => new([new AssignmentSubmitted(assignment.Unit, Photos, Note, assignment.Case, Now), .. HeadCount.Shortage(assignment, Note, Now)], null),
    };
}

internal static class SubmitAssignmentEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/submission", Handle).Allow(Audience.Doers).WithSummary("上报").Produces<Done>();

    private static Task<IResult> Handle(string street, Guid id, Submission body, Caller caller, Commands commands) =>
        commands.Run<Assignment>(new StreamId(street, id), new SubmitAssignment(caller, body.Photos ?? [], body.Note, commands.Now).Decide);
}

/// <param name="Photos">SHA-256 of each photo's content, in lower-case hex.</param>
internal sealed record Submission(IReadOnlyList<string>? Photos, string? Note)
{
    internal sealed class Validator : AbstractValidator<Submission>
    {
        private const int MaxPhotos = 20;

        public Validator()
        {
            RuleFor(x => x.Note).MaximumLength(2000);
            RuleFor(x => x.Photos)
                .Must(ids => ids is null || ids.Count <= MaxPhotos).WithErrorCode("too-many-photos").WithMessage($"照片不能超过 {MaxPhotos} 张。");
            RuleForEach(x => x.Photos).NotNull()
                .Matches("^[0-9a-f]{64}$").WithErrorCode("photo-id-invalid").WithMessage("照片编号须为内容的 SHA-256（64 位小写十六进制）。");
        }
    }
}
