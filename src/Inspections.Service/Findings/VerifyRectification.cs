using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>复核: struck off, sent back with a reason, or left as it is where nobody could tell. Never by the unit that rectified.</summary>
/// <param name="Evidence">Those of the after-photos that are really there.</param>
/// <param name="Photos">The verifier's own; where the unit has asked for a verification on the spot, they are the after-photos.</param>
internal sealed record VerifyRectification(
    VerificationResult Result, string? Reason, IReadOnlySet<string> VerifierUnits, IReadOnlySet<string> Evidence, DateTimeOffset Now,
    IReadOnlyList<string>? Photos = null)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Status: FindingStatus.StruckOff } => Result is VerificationResult.Passed ? Decision.Nothing : FindingRules.AlreadyStruckOff,
        { IsOpen: false } => FindingRules.NotOpen,
        { Status: not FindingStatus.Reported } => FindingRules.NotReported,
        _ when VerifierUnits.Contains(finding.Unit) => FindingRules.VerifierIsRectifier,
        _ when Result is VerificationResult.Unable && finding.Attempt is { } attempt && IsRepeatOf(attempt) => Decision.Nothing,
        _ when Result is VerificationResult.Unable =>
            finding.OverdueThen(Now, new VerificationAttempted(finding.Round, finding.Unit, Reason!, Now, Own)),
        _ when Result is VerificationResult.Failed => finding.OverdueThen(
            Now, new RectificationRejected(finding.CaseNumber, finding.Round, finding.Unit, finding.Due!.Value, Reason!, Now, Own)),
        { BeforePhotos: [], FromLedger: false } => FindingRules.BeforePhotoMissing,
        { OnSite: true } when Own is null => FindingRules.AfterPhotoMissing,
        _ when !finding.AfterPhotos.All(Evidence.Contains) => FindingRules.AfterPhotoNotThere,
        _ => finding.OverdueThen(Now, new FindingStruckOff(
            finding.CaseNumber, finding.Round, finding.Unit, finding.Due!.Value, Now, Own, finding.OnSite ? true : null)),
    };

    private IReadOnlyList<string>? Own => Photos is { Count: > 0 } ? Photos : null;

    /// <summary>Who comes again on another day has been there twice.</summary>
    private bool IsRepeatOf(VerificationAttempted attempt) =>
        attempt.Reason == Reason && ChinaTime.DateOf(attempt.At) == ChinaTime.DateOf(Now)
        && (attempt.Photos ?? []).SequenceEqual(Own ?? [], StringComparer.Ordinal);
}

/// <summary>通过, 不通过, 无法核实.</summary>
internal enum VerificationResult { Passed, Failed, Unable }

internal static class VerifyRectificationEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/{id:guid}/verification", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("复核整改").Produces<VersionedResult>();

    private static async Task<IResult> Handle(
        string street, Guid id, Verification body, Caller caller, Commands commands, IEventStore store, EvidenceRegister evidence)
    {
        var stream = Finding.Stream(street, id);
        if (await evidence.Missing(street, body.Photos ?? [], commands.Cancellation) is { } missing) return Problems.Of(missing);
        var known = await AfterPhotosOf(stream, store, evidence, commands.Cancellation);
        return await commands.Run(stream, body.By(caller.Units, known, commands.Now).Decide);
    }

    /// <summary>Those of the after-photos that are really there.</summary>
    public static async Task<IReadOnlySet<string>> AfterPhotosOf(
        StreamId<Finding> finding, IEventStore store, EvidenceRegister evidence, CancellationToken cancellation)
    {
        var (reported, _) = await store.Load(finding, cancellation);
        return await evidence.Known(finding.Tenant, reported.AfterPhotos, cancellation);
    }
}

/// <param name="Passed">通过 or 不通过, as earlier releases had it; <paramref name="Result"/> says the same and more.</param>
/// <param name="Photos">The verifier's own: SHA-256 of each photo's content, in lower-case hex.</param>
internal sealed record Verification(
    bool? Passed = null, string? Reason = null, VerificationResult? Result = null, IReadOnlyList<string>? Photos = null)
{
    internal VerificationResult Outcome => Result ?? (Passed is true ? VerificationResult.Passed : VerificationResult.Failed);

    public VerifyRectification By(IReadOnlySet<string> units, IReadOnlySet<string> evidence, DateTimeOffset at) =>
        new(Outcome, Reason, units, evidence, at, Photos);

    internal sealed class Validator : AbstractValidator<Verification>
    {
        public Validator()
        {
            RuleFor(x => x.Result).NotNull().When(x => x.Passed is null)
                .WithErrorCode("verification-result-missing").WithMessage("请给出复核结果 result：Passed（通过）、Failed（不通过）或 Unable（无法核实）。");
            RuleFor(x => x.Result).IsInEnum();
            RuleFor(x => x.Passed).Must((body, passed) => body.Result is null || passed == (body.Result is VerificationResult.Passed))
                .When(x => x.Passed is not null)
                .WithErrorCode("verification-result-differs").WithMessage("passed 与 result 不一致；只填 result 即可。");
            RuleFor(x => x.Reason).NotEmpty()
                .When(x => (x.Passed, x.Result) is not (null, null) && x.Outcome is not VerificationResult.Passed);
            RuleFor(x => x.Reason).MaximumLength(500);
            RuleFor(x => x.Photos).ArePhotoIds();
        }
    }
}
