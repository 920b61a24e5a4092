using Campaign.Tasks.Assignments;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Archives;

/// <summary>档案: each item for each year; without years each item once.</summary>
internal sealed record ArchiveBrief(IReadOnlyList<string> Items, IReadOnlyList<int>? Years) : IBriefBody<ArchiveBrief>
{
    static AssignmentKind IBriefBody<ArchiveBrief>.Kind => AssignmentKind.Archive;

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
                .Must(item => item?.Contains('/', StringComparison.Ordinal) != true).WithErrorCode("item-name-invalid")
                .WithMessage("档案项目名称不能含有“/”。")
                .Must((all, item) => all.Items.Count(other => other?.Trim() == item?.Trim()) == 1).WithErrorCode("item-twice")
                .WithMessage("档案项目重复。");
            RuleFor(x => x.Years).AtMost(MaxYears);
            RuleForEach(x => x.Years)
                .Must((all, year) => all.Years!.Count(other => other == year) == 1).WithErrorCode("year-twice").WithMessage("年度重复。");
        }
    }
}
