using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>批量复核: each as <see cref="VerifyRectification"/> alone; what is refused of one keeps no other back.</summary>
internal static class VerifyRectificationsEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/verifications", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("批量复核整改（逐条答复）").Produces<IReadOnlyList<RowResult>>();

    private static async Task<IResult> Handle(
        string street, Verifications body, Caller caller, Commands commands, IEventStore store, EvidenceRegister evidence)
    {
        var results = new List<RowResult>();
        foreach (var row in body.Items)
        {
            var stream = Finding.Stream(street, row.Finding);
            results.Add(await evidence.Missing(street, row.Verification.Photos ?? [], commands.Cancellation) is { } missing
                ? RowResult.Refused(row.Finding, missing)
                : await commands.RunRow(stream, await Decide(stream, row.Verification), row.Version));
        }
        return TypedResults.Ok(results);

        async Task<Func<Finding, Decision>> Decide(StreamId<Finding> stream, Verification verification)
        {
            var known = await VerifyRectificationEndpoint.AfterPhotosOf(stream, store, evidence, commands.Cancellation);
            return verification.By(caller.Units, known, commands.Now).Decide;
        }
    }
}

internal sealed record Verifications(IReadOnlyList<VerificationOf> Items)
{
    internal sealed class Validator : AbstractValidator<Verifications>
    {
        private const int MaxRows = 100;

        public Validator()
        {
            RuleFor(x => x.Items).NotEmpty();
            RuleFor(x => x.Items).AtMost(MaxRows);
            RuleForEach(x => x.Items).NotNull().ChildRules(row =>
            {
                row.RuleFor(x => x.Finding).NotEmpty();
                row.RuleFor(x => x.Version).GreaterThanOrEqualTo(0);
                row.RuleFor(x => x.Verification).NotNull().SetValidator(new Verification.Validator());
            });
        }
    }
}

/// <param name="Version">The version that the verifier has seen; another is refused for this row.</param>
internal sealed record VerificationOf(Guid Finding, Verification Verification, long? Version = null);
