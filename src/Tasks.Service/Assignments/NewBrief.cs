using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>A body from which an assignment's brief is made.</summary>
internal interface IBriefBody
{
    Brief ToBrief();
}

/// <summary>档案: each item for each year; without years each item once.</summary>
internal sealed record ArchiveBrief(IReadOnlyList<string> Items, IReadOnlyList<int>? Years) : IBriefBody
{
    public Brief ToBrief() => new(Years is { Count: > 0 }
        ? [.. Years.SelectMany(year => Items.Select(item => new BriefItem($"{year}/{item.Trim()}", $"{year}年 {item.Trim()}")))]
        : [.. Items.Select(item => new BriefItem(item.Trim(), item.Trim()))]);

    internal sealed class Validator : AbstractValidator<ArchiveBrief>
    {
        private const int MaxItems = 100;
        private const int MaxYears = 20;

        public Validator()
        {
            RuleFor(x => x.Items).NotEmpty().AtMost(MaxItems);
            RuleForEach(x => x.Items).NotEmpty().MaximumLength(60)
                .Must(item => item?.Contains('/', StringComparison.Ordinal) != true).WithErrorCode("item-name-invalid").WithMessage("档案项目名称不能含有“/”。")
                .Must((all, item) => all.Items.Count(other => other?.Trim() == item?.Trim()) == 1).WithErrorCode("item-twice").WithMessage("档案项目重复。");
            RuleFor(x => x.Years).AtMost(MaxYears);
            RuleForEach(x => x.Years).InclusiveBetween(1990, 2100)
                .Must((all, year) => all.Years!.Count(other => other == year) == 1).WithErrorCode("year-twice").WithMessage("年度重复。");
        }
    }
}

/// <summary>点位: its five parts, of equal weight unless weighed here.</summary>
/// <param name="Code">Code of the inspection point.</param>
internal sealed record PointBrief(string Code, PartWeights? Weights) : IBriefBody
{
    public Brief ToBrief()
    {
        var weights = Weights ?? new PartWeights(1, 1, 1, 1, 1);
        return new(
            [
                new("Guide", "讲解员", weights.Guide), new("Panels", "展板", weights.Panels), new("Ppt", "汇报PPT", weights.Ppt),
                new("Archive", "档案资料", weights.Archive), new("Surroundings", "周边环境", weights.Surroundings),
            ],
            Point: Code);
    }

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

internal sealed record PartWeights(decimal Guide, decimal Panels, decimal Ppt, decimal Archive, decimal Surroundings);

/// <summary>指标达标: the figure of a year.</summary>
internal sealed record IndicatorBrief(int Number, int Year, string? Standard) : IBriefBody
{
    public Brief ToBrief() => new([], Indicator: new(Number, Year, Standard));

    internal sealed class Validator : AbstractValidator<IndicatorBrief>
    {
        public Validator()
        {
            RuleFor(x => x.Number).InclusiveBetween(1, 10_000);
            RuleFor(x => x.Year).InclusiveBetween(1990, 2100);
            RuleFor(x => x.Standard).MaximumLength(50);
        }
    }
}
