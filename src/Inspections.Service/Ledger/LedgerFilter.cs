using Campaign.Figures;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Ledger;

/// <summary>
/// Which findings: the same words for the list, the map, the export, the counts and every figure. Days are local and
/// inclusive. <see cref="Nobody"/> as community or unit means those without one.
/// </summary>
/// <param name="Counted">计入统计: neither voided nor merged.</param>
/// <param name="Overdue">超期, also when struck off since; with <c>open=true</c> those that still wait.</param>
/// <param name="Relapsed">反弹: more than one round.</param>
/// <param name="Reworked">返工: rejected at least once.</param>
/// <param name="SameDay">日交办: routed on the local day of recording.</param>
/// <param name="DueFrom">Judged by the last deadline of a round in this range (24:00 is of the day that ends with it); each finding by
/// the latest such round.</param>
/// <param name="DueBy">Judged as things stood at this moment; deadlines after it are left out: they had not passed yet.</param>
/// <param name="DueUnit">Responsible in that round, whoever is now.</param>
/// <param name="Outcome">What became of that round.</param>
/// <param name="ClosedFrom">Voided, merged or closed by force in this range.</param>
/// <param name="Text">Words that all occur in number, address or description.</param>
/// <param name="OnSite">请现场复核: the unit reported without a photo.</param>
/// <param name="Group">Groups of categories, such as 十乱.</param>
/// <param name="Bbox"><c>west,south,east,north</c> in degrees of WGS-84.</param>
internal sealed record LedgerFilter(
    string? Unit = null, string? Community = null, string[]? Category = null, FindingStatus[]? Status = null,
    Kernel.Severity[]? Severity = null,
    bool? Open = null, bool? Counted = null, bool? Overdue = null, bool? Relapsed = null, bool? Reworked = null, bool? SameDay = null,
    DateOnly? RecordedFrom = null, DateOnly? RecordedTo = null,
    DateOnly? DueFrom = null, DateOnly? DueTo = null, DateTimeOffset? DueBy = null, string? DueUnit = null, RoundOutcome? Outcome = null,
    DateOnly? StruckOffFrom = null, DateOnly? StruckOffTo = null, DateOnly? ClosedFrom = null, DateOnly? ClosedTo = null,
    string? Text = null, string? Bbox = null, bool? OnSite = null,
    string[]? Group = null)
{
    public const string Nobody = "-";

    public bool JudgesDeadline => (DueFrom, DueTo, DueBy, DueUnit, Outcome) is not (null, null, null, null, null);

    public IReadOnlyList<string> Words =>
        Text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    internal sealed class Validator : AbstractValidator<LedgerFilter>
    {
        private const int MaxValues = 100;
        private const int MaxWords = 5;

        public Validator()
        {
            RuleFor(x => x.Unit).MaximumLength(50);
            RuleFor(x => x.DueUnit).MaximumLength(50);
            RuleFor(x => x.Community).MaximumLength(50);
            RuleFor(x => x.Category).AtMost(MaxValues);
            RuleFor(x => x.Group).AtMost(MaxValues);
            RuleFor(x => x.Status).AtMost(MaxValues);
            RuleForEach(x => x.Status).IsInEnum();
            RuleFor(x => x.Severity).AtMost(MaxValues);
            RuleForEach(x => x.Severity).IsInEnum();
            RuleFor(x => x.Outcome).IsInEnum();
            RuleFor(x => x.Text).MaximumLength(100);
            RuleFor(x => x.Words).AtMost(MaxWords).OverridePropertyName("text");
            RuleFor(x => x.Bbox).Must(box => box is null || Area.Read(box) is not null)
                .WithErrorCode("bbox-invalid").WithMessage("bbox 须为“西,南,东,北”四个 WGS-84 度数。");
            RuleFor(x => x.RecordedTo).NotBefore(x => x.RecordedFrom);
            RuleFor(x => x.DueTo).NotBefore(x => x.DueFrom);
            RuleFor(x => x.StruckOffTo).NotBefore(x => x.StruckOffFrom);
            RuleFor(x => x.ClosedTo).NotBefore(x => x.ClosedFrom);
        }
    }
}
