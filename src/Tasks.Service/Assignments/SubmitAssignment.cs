using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>上报: done, with what its kind asks for (<see cref="IAssignmentKind"/>).</summary>
/// <param name="Impossible">Why the figure cannot be; null when nothing speaks against it.</param>
internal sealed record SubmitAssignment(
    AssignmentKinds Kinds, Caller By, IReadOnlyList<string> Photos, string? Note, DateTimeOffset Now,
    IReadOnlyList<Quantity>? Quantities = null,
    ReachedFigure? Value = null, Refusal? Impossible = null)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { Status: AssignmentStatus.Missed } => AssignmentRules.Missed,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when !By.ActsFor(assignment.Unit) => AssignmentRules.NotYourUnit,
        { Status: AssignmentStatus.Submitted, Submission: { } waiting } when IsRepeatOf(waiting) => Decision.Nothing,
        { Status: AssignmentStatus.Submitted } => AssignmentRules.AlreadySubmitted,
        _ when Value is not null && !Kinds[assignment.Kind].TakesValue => AssignmentRules.ValueNotAsked,
        _ when Kinds[assignment.Kind].Unmet(assignment, this) is { } unmet => unmet,
        _ when Impossible is not null => Impossible,
        _ => new([Submitted(assignment), .. Kinds[assignment.Kind].Beside(assignment, this)], null),
    };

    private AssignmentSubmitted Submitted(Assignment assignment) =>
        new(assignment.Unit, Photos, Note, assignment.Finding, Now, Quantities, Reached, By.HeldToUnits is null ? true : null);

    private Stored.ReachedFigure? Reached => Value is null ? null : Stored.ReachedFigure.Of(Value);

    private bool IsRepeatOf(AssignmentSubmitted waiting) =>
        Photos.SequenceEqual(waiting.Photos, StringComparer.Ordinal) && Reached == waiting.Value
        && (Quantities ?? []).SequenceEqual(waiting.Quantities ?? []);
}

internal static class SubmitAssignmentEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/submission", Handle).Allow(Audience.Doers).WithSummary("上报").Produces<VersionedResult>()
        .WithExample(
            """
            {
              "photos": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"], "note": "已清运完毕",
              "quantities": [{ "item": "清运垃圾", "amount": 2.5, "unit": "吨" }]
            }
            """);

    private static async Task<IResult> Handle(
        string street, Guid id, Submission body, Caller caller, Commands commands, AssignmentKinds kinds,
        IEnumerable<ISubmissionNeed> needs)
    {
        var stream = Assignment.Stream(street, id);
        Refusal? impossible = null;
        if (body.Value is { } figure)
            foreach (var need in needs) impossible ??= await need.Unmet(stream, figure, commands.Now, commands.Cancellation);
        var command = new SubmitAssignment(
            kinds, caller, body.Photos ?? [], body.Note, commands.Now, Quantity.Normalised(body.Quantities), body.Value, impossible);
        return await commands.Run(stream, command.Decide);
    }
}

/// <param name="Photos">SHA-256 of each photo's content, in lower-case hex; of an indicator target also other evidence.</param>
/// <param name="Quantities">Work done that no progress report has told yet. Left out after a return, those submitted before stand.</param>
/// <param name="Value">Of an indicator target only.</param>
internal sealed record Submission(IReadOnlyList<string>? Photos, string? Note, IReadOnlyList<Quantity>? Quantities, ReachedFigure? Value)
{
    internal sealed class Validator : AbstractValidator<Submission>
    {
        private const decimal MaxValue = 1_000_000_000_000;

        public Validator()
        {
            RuleFor(x => x.Note).MaximumLength(2000);
            RuleFor(x => x.Photos).ArePhotos();
            RuleFor(x => x.Quantities).AreQuantities();
            RuleFor(x => x.Value).Must(value => value is null || value.Number.HasValue != value.Yes.HasValue)
                .WithErrorCode("figure-ambiguous").WithMessage("数值与是否达到，填写其中一项。");
            RuleFor(x => x.Value!.Number).InclusiveBetween(0, MaxValue).When(x => x.Value is not null).OverridePropertyName("Value.Number");
        }
    }
}
