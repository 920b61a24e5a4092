using Campaign.EventStore;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Subjects;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Sanctions;

/// <summary>登记问责、通报批评. It moves no score and takes out of no award: that is a veto, which is raised by itself.</summary>
internal sealed record RecordSanction(SanctionRecorded Sanction)
{
    public Decision Decide(HonourState sanction) => sanction.Enter(Sanction, SanctionRules.Withdrawn);
}

internal static class RecordSanctionEndpoint
{
    public static void Map(RouteGroupBuilder sanctions) => sanctions
        .MapPut("/{id:maxlength(100)}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("登记问责、通报批评").Produces<VersionedResult>()
        .WithExample(
            """
            {
              "kind": "accountability", "post": "第一社区书记", "scope": "halfYear", "month": "2024-07",
              "document": "城南办〔2024〕6号", "measure": "约谈", "reason": "背街小巷卫生死角长期未整改"
            }
            """);

    private static async Task<IResult> Handle(
        string street, string id, NewSanction body, Caller caller, Commands commands, SubjectList subjects)
    {
        if (body.Unit is { } unit && !await subjects.Know(street, unit, commands.Cancellation))
            return Problems.Of(SubjectList.Unknown with { Pointer = "/unit" });
        var command = new RecordSanction(new(
            id, body.Kind!.Value, body.Unit, body.Post, body.Scope!.Value, body.Month, body.Document, body.Measure, body.Reason, caller.Id,
            commands.Now));
        return await commands.Run(SanctionStream.Of(street, id), command.Decide);
    }
}

/// <param name="Unit">Code of the unit; this or the post.</param>
/// <param name="Post">职务; this or the unit.</param>
internal sealed record NewSanction(
    SanctionKind? Kind, HonourScope? Scope, string Month, string Document, string Reason, string? Unit = null, string? Post = null,
    string? Measure = null)
{
    internal sealed class Validator : AbstractValidator<NewSanction>
    {
        public Validator()
        {
            RuleFor(x => x.Kind).NotNull().IsInEnum();
            RuleFor(x => x.Scope).NotNull().IsInEnum();
            RuleFor(x => x.Month).IsMonth();
            RuleFor(x => x.Document).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
            RuleFor(x => x.Measure).MaximumLength(100);
            RuleFor(x => x.Unit).MaximumLength(50);
            RuleFor(x => x.Post).MaximumLength(100);
            RuleFor(x => x.Unit).Must((body, unit) => string.IsNullOrEmpty(unit) != string.IsNullOrEmpty(body.Post))
                .WithErrorCode("sanction-target").WithMessage("须写明单位（unit）或职务（post），且只写其中一项。");
        }
    }
}
