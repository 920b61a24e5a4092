using Campaign.EventStore;
using Campaign.Scoring.Subjects;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Awards;

/// <summary>双包保: the whole list at once.</summary>
internal sealed record LinkGuarantors(IReadOnlyList<GuarantorLink> Links, DateTimeOffset Now)
{
    public Decision Decide(GuarantorLinks linked) => Same(linked.Links)
        ? Decision.Nothing
        : Decision.Of(new GuarantorsLinked([.. Links.Select(Stored.GuarantorLink.Of)], Now));

    private bool Same(IReadOnlyList<GuarantorLink> before) => before.Count == Links.Count
        && before.Zip(Links).All(
            pair => pair.First.Post == pair.Second.Post && pair.First.Subjects.SequenceEqual(pair.Second.Subjects, StringComparer.Ordinal));
}

internal static class GuarantorLinkEndpoints
{
    public static void Map(RouteGroupBuilder street)
    {
        street.MapPut("/guarantor-links", Set).Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
            .WithTags("Awards").WithSummary("设定包保联系").Produces<VersionedResult>();
        street.MapGet("/guarantor-links", Get).Allow(Enum.GetValues<Role>()).WithTags("Awards").WithSummary("包保联系")
            .Produces<NewGuarantorLinks>().WithETag();
    }

    private static async Task<IResult> Set(string street, NewGuarantorLinks body, Commands commands, SubjectList subjects)
    {
        var known = (await subjects.All(street, commands.Cancellation)).Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        if (!body.Links.All(link => known.IsSupersetOf(link.Subjects))) return Problems.Of(SubjectList.Unknown with { Pointer = "/links" });
        return await commands.Run(GuarantorLinks.Stream(street), new LinkGuarantors(body.Links, commands.Now).Decide);
    }

    private static async Task<IResult> Get(string street, IEventStore store, HttpContext http)
    {
        var (linked, version) = await store.Load(GuarantorLinks.Stream(street), http.RequestAborted);
        ETags.Write(http, version);
        return TypedResults.Ok(new NewGuarantorLinks(linked.Links));
    }
}

internal sealed record NewGuarantorLinks(IReadOnlyList<GuarantorLink> Links)
{
    internal sealed class Validator : AbstractValidator<NewGuarantorLinks>
    {
        private const int Most = 500;

        public Validator()
        {
            RuleFor(x => x.Links).NotNull();
            RuleFor(x => x.Links).AtMost(Most);
            RuleForEach(x => x.Links).NotNull().SetValidator(new LinkValidator());
        }
    }

    private sealed class LinkValidator : AbstractValidator<GuarantorLink>
    {
        private const int Most = 100;

        public LinkValidator()
        {
            RuleFor(x => x.Post).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Subjects).NotEmpty();
            RuleFor(x => x.Subjects).AtMost(Most);
            RuleForEach(x => x.Subjects).NotEmpty();
        }
    }
}
