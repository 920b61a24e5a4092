using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Subjects;

namespace Campaign.Scoring.Awards;

internal sealed record AwardScheme : IAggregate<AwardScheme, IAwardSchemeEvent>
{
    public static AwardScheme Initial { get; } = new();

    public AwardSchemeSet? Set { get; init; }

    public AwardScheme Evolve(IAwardSchemeEvent @event) => @event switch
    {
        AwardSchemeSet e => this with { Set = e },
    };

    public static StreamId<AwardScheme> Stream(string street, HalfYear half) => StreamId<AwardScheme>.Named(street, $"award-scheme/{half}");
}

internal sealed record GuarantorLinks : IAggregate<GuarantorLinks, IGuarantorEvent>
{
    public static GuarantorLinks Initial { get; } = new();

    public IReadOnlyList<GuarantorLink> Links { get; init; } = [];

    public GuarantorLinks Evolve(IGuarantorEvent @event) => @event switch
    {
        GuarantorsLinked e => this with { Links = [.. e.Links.Select(link => link.ToGuarantorLink())] },
    };

    public static StreamId<GuarantorLinks> Stream(string street) => StreamId<GuarantorLinks>.Named(street, "guarantor-links");
}

internal sealed record AwardsOfHalf : IAggregate<AwardsOfHalf, IAwardEvent>
{
    public static AwardsOfHalf Initial { get; } = new();

    /// <summary>As corrected last.</summary>
    public AwardLists? Decided { get; init; }

    public int Corrections { get; init; }

    /// <summary>Of the last correction.</summary>
    public string? Reason { get; init; }

    public AwardsOfHalf Evolve(IAwardEvent @event) => @event switch
    {
        AwardsDecided e => this with { Decided = e.Lists.ToAwardLists() },
        AwardsCorrected e => this with { Decided = e.Lists.ToAwardLists(), Corrections = e.Correction, Reason = e.Reason },
    };

    public static StreamId<AwardsOfHalf> Stream(string street, HalfYear half) => StreamId<AwardsOfHalf>.Named(street, $"awards/{half}");
}

/// <summary>Every rule that can say no to an award.</summary>
internal static class AwardRules
{
    public static readonly Refusal NoScheme = new("no-award-scheme", "该半年尚未制定奖惩办法。");
    public static readonly Refusal Provisional = new("totals-provisional", "该半年还有月份未封账或综合评议未结束，总分为暂计，不能评定。");
    public static readonly Refusal Decided = new("awards-decided", "该半年的奖惩已经评定；确需改动的，请说明理由后更正。");
    public static readonly Refusal NotDecided = new("awards-not-decided", "该半年的奖惩尚未评定，无需更正。");
    public static readonly Refusal NothingToCorrect = new("awards-nothing-to-correct", "重新评定的结果与现行名单一致，没有需要更正的内容。");
    public static readonly Refusal EditionUnknown = new("award-edition-not-found", "该半年的奖惩没有这一次更正。", RefusalKind.NotFound);
    public static readonly Refusal FinedUnknown = SubjectList.Unknown with { Detail = "罚款对象不是该半年的考评对象。", Pointer = "/fines" };
    public static readonly Refusal FinedTwice = new("fined-twice", "同一考评对象只能列一次罚款。", RefusalKind.Invalid, "/fines");

    public static readonly Refusal CountedUnknown = SubjectList.Unknown with
    {
        Detail = "所填人数的单位不是该半年的考评对象。",
        Pointer = "/headCounts",
    };

    public static readonly Refusal CountedTwice = new(
        "head-count-twice", "同一单位的人数只能填一次。", RefusalKind.Invalid, "/headCounts");

    public static Refusal FineOutOfRange(AwardSchemeSet scheme) => new(
        "fine-out-of-range", $"罚款须在 {scheme.FineMin:0.##} 元至 {scheme.FineMax:0.##} 元之间。", RefusalKind.Invalid, "/fines");
}
