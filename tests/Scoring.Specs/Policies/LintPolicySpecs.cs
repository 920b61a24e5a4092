using Campaign.Scoring.Policies.Linting;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Specs.Policies;

public sealed class LintPolicySpecs
{
    private static readonly Item Daily = new("daily", "检查", "mean", "inspection", 80);
    private static readonly Item Overdue = new("overdue", "超期", "perOccurrence", "overdueCase", 10, Points: -2);
    private static readonly Item Relapse = new("relapse", "反弹", "perOccurrence", "relapse", 10, Points: -1);
    private static readonly Item Banded = new("banded", "分档", "bands", "coverage", 10, Bands: [new(0, To: 50), new(10, 50)]);
    private static readonly Policy Usual = new(0.75m, 0.25m, [new("commendation", 1, 5)]);

    private static readonly (Policy Policy, string[] Defects)[] Policies =
    [
        (Usual, []),
        (Of(Daily, Overdue, Relapse), []),
        (Usual with { EvaluationWeight = 0.3m }, ["/evaluationWeight weights-do-not-add-up"]),
        (Usual with { DailyWeight = 1.25m, EvaluationWeight = -0.25m }, ["/dailyWeight out-of-range", "/evaluationWeight out-of-range"]),
        (Usual with { Adjustments = null! }, ["/adjustments field-missing"]),
        (Usual with { Adjustments = [new("relapse", 0, -1), new("weather", -1, 5)] },
            ["/adjustments/0/points out-of-range", "/adjustments/0/capPerMonth out-of-range",
                "/adjustments/1/kind adjustment-kind-unknown"]),
        (Usual with { Adjustments = [new(null!, -1, 5), new(null!, -2, 5)] },
            ["/adjustments/0/kind adjustment-kind-unknown", "/adjustments/1/kind adjustment-kind-unknown"]),
        (Usual with { Adjustments = [new("relapse", -1, 5), new("relapse", -2, 5)] }, ["/adjustments adjustment-twice"]),
        (Of(Daily, Overdue), ["/items weights-do-not-add-up"]),
        (Of(Daily, Overdue, Relapse with { Months = [1, 2] }), ["/items weights-do-not-add-up"]),
        (Of(Daily, Overdue, Overdue with { Points = -1 }), ["/items/2/id item-twice"]),
        (Of(Daily, Overdue, Relapse with { Id = "commendation" }), ["/items/2/id item-twice"]),
        (Of(Daily, Overdue, Relapse with { Rule = "dice" }), ["/items/2/rule rule-unknown"]),
        (Of(Daily, Overdue, Relapse with { Metric = "weather" }), ["/items/2/metric metric-unknown"]),
        (Of(Daily, Overdue, Relapse with { Metric = "coverage" }), ["/items/2/metric metric-unfit"]),
        (Of(Daily, Overdue, Relapse with { Points = null }), ["/items/2/points field-missing"]),
        (Of(Daily, Overdue, Relapse with { Every = 5 }), ["/items/2/every field-unused"]),
        (Of(Daily, Overdue, Relapse with { Cap = 10.5m }), ["/items/2/cap cap-exceeds-weight"]),
        (Of(Daily, Overdue, Relapse, new("extra", "加分", "additive", "commendation", Points: 1)), ["/items/3/cap cap-missing"]),
        (Of(Daily, Overdue, Relapse with { Points = 1 }), ["/items/2/points points-direction"]),
        (Of(Daily, Overdue, Relapse with { Points = -0.00001m }), ["/items/2/points out-of-range"]),
        (Of(Daily, Overdue, Relapse with { Months = [] }), ["/items/2/months months-cover-nothing", "/items weights-do-not-add-up"]),
        (Of(Daily, Overdue, Relapse, new("extra", "加分", "additive", "commendation", Points: 1, Cap: 2, Months: [0, 13])),
            ["/items/3/months months-invalid"]),
        (Of(Daily, Overdue, null!), ["/items/2 field-missing", "/items weights-do-not-add-up"]),
        (Of(Daily, Overdue, Banded with { Bands = [new(0, To: 50), new(10, 60)] }), ["/items/2/bands/1/from bands-gap"]),
        (Of(Daily, Overdue, Banded with { Bands = [new(10, 50), new(0, To: 60)] }), ["/items/2/bands/0/from bands-overlap"]),
        (Of(Daily, Overdue, Banded with { Bands = [new(0, 10, 50), new(10, 50, 100)] }),
            ["/items/2/bands/0/from bands-gap", "/items/2/bands/1/to bands-gap"]),
        (Of(Daily, Overdue, Banded with { Bands = [new(0, To: 50), new(11, 50)] }), ["/items/2/bands/1/points points-exceed-weight"]),
        (Of(Daily, Overdue, Banded with { Bands = [new(0, To: 50), new(1, 50, 50), new(2, 50)] }), ["/items/2/bands/1 band-empty"]),
        (Of(Daily, Overdue with { AtMostItem = "relapse" }, Relapse with { AtMostItem = "overdue" }),
            ["/items/1/atMostItem cross-cap-cycle", "/items/2/atMostItem cross-cap-cycle"]),
        (Of(Daily, Overdue with { AtMostItem = "overdue" }, Relapse), ["/items/1/atMostItem cross-cap-cycle"]),
        (Of(Daily, Overdue with { AtMostItem = "nobody" }, Relapse), ["/items/1/atMostItem cross-cap-unknown"]),
        (Of(Daily, Overdue with { AtMostItem = "daily" }, Relapse), ["/items/1/atMostItem cross-cap-unfit"]),
        (
            Of(Daily, Overdue, Relapse,
                new("delay", "时长", "duration", "overdueHours", Points: -1, Every: 24, Cap: 1, Months: [4]), Less("delay")),
            ["/items/4/atMostItem cross-cap-months"]),
        (Of(Daily, Overdue, Relapse) with { FullMarks = [new(100, [1, 2]), new(100, [2, 3])] },
            ["/fullMarks months-gap", "/fullMarks months-overlap"]),
        (Of(Overdue) with { FullMarks = [new(10)], Items = [Overdue with { Months = [4] }] }, ["/items month-without-items"]),
        (Of(Daily, Overdue, new("m", "进度", "milestone", "manual", 10, Target: 5, Milestones: [new(15, 50, 4), new(10, 100, 5)])),
            ["/items/2/milestones/1 milestones-out-of-order", "/items/2/milestones weights-do-not-add-up"]),
        (Of(Daily, Overdue, new("q", "定额", "quota", "manual", 10, Points: -1, Quotas: [new("一类", 1), new("一类", 0)])),
            ["/items/2/quotas/1/class class-twice", "/items/2/quotas/1/count out-of-range"]),
        (Usual with { Grades = new([new("优", 90), new("优", 75), new("差", 75)]) },
            ["/grades/bands/1/name grade-twice", "/grades/bands/2/from bands-overlap", "/grades/bands bands-gap"]),
        (Usual with { Grades = new(null!, (GradeBy)7) }, ["/grades/monthBy grading-unknown", "/grades/bands bands-invalid"]),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Policies.Length)];

    [Theory, MemberData(nameof(Numbers))]
    public void Every_defect_is_named_with_its_place(int number)
    {
        var (policy, expected) = Policies[number];
        var defects = PolicyLinter.Lint(policy);
        defects.Select(d => $"{d.Pointer} {d.Rule}").ShouldBe(expected);
        defects.ShouldAllBe(d => d.Detail.EndsWith('。'));
    }

    [Fact]
    public void The_months_that_do_not_add_up_are_told() =>
        PolicyLinter.Lint(Of(Daily, Overdue, Relapse with { Months = [4, 5] })).ShouldHaveSingleItem().Detail
            .ShouldBe("1、2、3、6、7、8、9、10、11、12 月各项目权重之和为 90，应为满分 100。");

    private static Policy Of(params Item[] items) => Usual with { Items = items };

    private static Item Less(string than) =>
        new("less", "少扣", "perOccurrence", "rejectedRectification", Points: -1, Cap: 1, AtMostItem: than);
}
