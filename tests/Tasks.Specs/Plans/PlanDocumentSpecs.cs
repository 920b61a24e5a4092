using Campaign.Tasks.Organisation;
using Campaign.Tasks.Plans;
using static Campaign.Tasks.Specs.Plans.PlanStory;

namespace Campaign.Tasks.Specs.Plans;

/// <summary>A plan as JSON names units and posts as a workbook does.</summary>
public sealed class PlanDocumentSpecs
{
    private static readonly UnitNameResolver Names = new(Units, [new("P03", 1, "人大工委主任", PostRole.Guarantor, null, null, [], [])]);

    [Fact]
    public void Names_and_aliases_are_kept_as_codes()
    {
        var named = Task("城管中队", ["市监所", " 环卫站 "], "人大工委主任");
        With(named).ByCodes(Names).SameAs(With(Task("U010", ["U024", "U011"], "P03"))).ShouldBeTrue();
        With(Roads with { Units = ["街道城管中队", "U011"] }).ByCodes(Names).SameAs(With(Roads)).ShouldBeTrue();
    }

    [Fact]
    public void A_unit_under_two_names_helps_once_and_never_itself() =>
        With(Task("城管中队", ["U010", "市监所", "U024"], null)).ByCodes(Names).Actions[0].Tasks![0].Cooperating.ShouldBe(["U024"]);

    [Fact]
    public void What_nobody_is_called_is_refused_by_its_name_with_those_it_may_be()
    {
        var rows = Read(With(Task("市场监管所", [], null)).ByCodes(Names));
        rows.ShouldAllBe(row => row.Note == "没有登记“市场监管所”这个单位，是否为市场监督管理所（U024）？");
        rows.Count.ShouldBe(3);
    }

    private static PlanAction Task(string lead, string[] cooperating, string? guarantor) =>
        new(1, "行动", null, AllCommunities: false, null, [new(1, "任务", lead, cooperating, Guarantor: guarantor)]);
}
