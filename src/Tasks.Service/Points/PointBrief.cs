using Campaign.Tasks.Assignments;
using FluentValidation;

namespace Campaign.Tasks.Points;

/// <summary>点位: its five parts, of equal weight unless weighed here.</summary>
/// <param name="Code">Code of the inspection point.</param>
internal sealed record PointBrief(string Code, PartWeights? Weights) : IBriefBody<PointBrief>
{
    static AssignmentKind IBriefBody<PointBrief>.Kind => AssignmentKind.PointPreparation;

    public Brief ToBrief() => new(PartsOf(Weights ?? PartWeights.Equal), Point: Code);

    public static IReadOnlyList<BriefItem> PartsOf(PartWeights weights) =>
    [
        new("Guide", "讲解员", weights.Guide), new("Panels", "展板", weights.Panels), new("Ppt", "汇报PPT", weights.Ppt),
        new("Archive", "档案资料", weights.Archive), new("Surroundings", "周边环境", weights.Surroundings),
    ];

    internal sealed class Validator : AbstractValidator<PointBrief>
    {
        public Validator()
        {
            RuleFor(x => x.Code).NotEmpty();
            RuleFor(x => x.Weights!).ChildRules(weights =>
            {
                weights.RuleFor(x => x.Guide).InclusiveBetween(1, 100);
                weights.RuleFor(x => x.Panels).InclusiveBetween(1, 100);
                weights.RuleFor(x => x.Ppt).InclusiveBetween(1, 100);
                weights.RuleFor(x => x.Archive).InclusiveBetween(1, 100);
                weights.RuleFor(x => x.Surroundings).InclusiveBetween(1, 100);
            }).When(x => x.Weights is not null);
        }
    }
}

internal sealed record PartWeights(decimal Guide, decimal Panels, decimal Ppt, decimal Archive, decimal Surroundings)
{
    public static PartWeights Equal { get; } = new(1, 1, 1, 1, 1);
}
