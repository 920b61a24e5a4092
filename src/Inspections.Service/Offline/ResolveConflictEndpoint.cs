using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Offline;

internal static class ResolveConflictEndpoint
{
    public static void Map(RouteGroupBuilder conflicts) => conflicts
        .MapPost("/{id:guid}/resolution", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("处理同步冲突").Produces<ConflictView>();

    private static async Task<IResult> Handle(
        string street, Guid id, Resolution body, Commands commands, ConflictResolution resolution, ConflictViews views, HttpContext http)
    {
        var command = new ResolveConflict(body.Take!.Value, body.Reason, commands.Now);
        if (await resolution.Resolve(new(street, id), command, commands.Options, commands.Cancellation) is { } refusal)
            return Problems.Of(refusal);
        var view = (await views.Find(street, id, commands.Cancellation))!;
        ETags.Write(http, view.Version);
        return TypedResults.Ok(view);
    }
}

/// <param name="Take">Mine: what the device sent is done now. Theirs: only what of it does not contradict what others did.</param>
internal sealed record Resolution(ConflictChoice? Take, string Reason)
{
    internal sealed class Validator : AbstractValidator<Resolution>
    {
        public Validator()
        {
            RuleFor(x => x.Take).NotNull().IsInEnum();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
        }
    }
}
