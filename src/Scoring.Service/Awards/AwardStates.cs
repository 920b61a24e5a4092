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

    public AwardLists? Decided { get; init; }

    public AwardsOfHalf Evolve(IAwardEvent @event) => @event switch
    {
        AwardsDecided e => this with { Decided = e.Lists.ToAwardLists() },
    };

    public static StreamId<AwardsOfHalf> Stream(string street, HalfYear half) => StreamId<AwardsOfHalf>.Named(street, $"awards/{half}");
}

/// <summary>Every rule that can say no to an award.</summary>
internal static class AwardRules
{
    public static readonly Refusal NoScheme = new("no-award-scheme", "该半年尚未制定奖惩办法。");
    public static readonly Refusal Provisional = new("totals-provisional", "该半年还有月份未封账或综合评议未结束，总分为暂计，不能评定。");
    public static readonly Refusal Decided = new("awards-decided", "该半年的奖惩已经评定，不能再改。");
    public static readonly Refusal FinedUnknown = SubjectList.Unknown with { Detail = "罚款对象不是该半年的考评对象。", Pointer = "/fines" };
    public static readonly Refusal FinedTwice = new("fined-twice", "同一考评对象只能列一次罚款。", RefusalKind.Invalid, "/fines");

    public static Refusal FineOutOfRange(AwardSchemeSet scheme) => new(
        "fine-out-of-range", $"罚款须在 {scheme.FineMin:0.##} 元至 {scheme.FineMax:0.##} 元之间。", RefusalKind.Invalid, "/fines");
}
