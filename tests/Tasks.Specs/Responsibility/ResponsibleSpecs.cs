using Campaign.Tasks.Responsibility;
using Campaign.Tasks.Specs.Organisation;
using static Campaign.Tasks.Specs.Organisation.ADay;

namespace Campaign.Tasks.Specs.Responsibility;

public sealed class ResponsibleSpecs
{
    private static readonly DaysAllowed Days = new(3, 2, 0);
    private static readonly ResponsibilityRule Default = new(null, null, "U001", [], null, Days);
    private static readonly ResponsibilityRule Garbage = new(null, "0110", "U013", ["U010", "U001"], "P02", Days);

    [Fact]
    public void A_place_and_a_category_have_units_leaders_officers_and_a_guide()
    {
        var answer = Ask(new("C1", "0110", null, null), Default, Garbage);
        (answer.Lead, answer.Rule, answer.MapVersion).ShouldBe((new ResponsibleUnit("U013", "环卫站"), 1, 2));
        answer.Cooperating.ShouldBe([new ResponsibleUnit("U001", "广场社区居委会")]);
        answer.Guarantors.Select(post => (post.Code, post.Holder, post.Because))
            .ShouldBe([("P02", "account-2", "责任体系指定"), ("P03", "account-3", "包保社区")]);
        answer.AreaOfficers.ShouldBe([new ResponsiblePost("P04", "包片干事", null, "包片社区")]);
        answer.Guides.ShouldBe([new ResponsiblePost("P06", "广场社区党组织书记", "account-6", "未另定讲解员，由社区书记担任")]);
    }

    [Fact]
    public void The_answer_is_explained() => Ask(new("C1", "0110", null, null), Default, Garbage).Explanation.ShouldBe(
        "2024年3月3日，广场社区的0110类问题由环卫站牵头，广场社区居委会配合。依据第2版责任体系（2024年2月1日起施行）第2条。"
        + "城管中队2024年4月1日起才参加创建，当日不承担责任。"
        + "包保领导：党工委副书记（责任体系指定，任职账号 account-2）；人大工委主任（包保社区，任职账号 account-3）。"
        + "包片干部：包片干事（包片社区，职务空缺）。讲解员：广场社区党组织书记（未另定讲解员，由社区书记担任，任职账号 account-6）。");

    [Fact]
    public void A_leader_of_field_and_community_is_named_once_with_both_reasons() =>
        Ask(new("C1", null, "环境卫生", null), Default).Guarantors.ShouldBe([new ResponsiblePost("P03", "人大工委主任", "account-3", "包保分管领域、包保社区")]);

    [Fact]
    public void A_field_is_led_by_the_rule_for_whatever_category() =>
        Ask(new("C1", null, "环境卫生", null), Garbage, Default).Lead!.Code.ShouldBe("U001");

    [Theory]
    [InlineData("U010", "2024年4月1日起才参加创建")]
    [InlineData("U012", "已于2024年2月29日后退出创建")]
    [InlineData("U099", "当日尚未登记")]
    public void A_unit_without_campaign_days_is_not_responsible(string unit, string reason)
    {
        var answer = Ask(new(null, "0110", null, null), Garbage with { Lead = unit, Cooperating = null });
        answer.Lead.ShouldBeNull();
        answer.Absent.Single().Reason.ShouldBe(reason);
        answer.Explanation.ShouldContain("没有在册的牵头单位");
    }

    [Fact]
    public void Where_no_rule_covers_it_it_waits_for_a_person()
    {
        var answer = Ask(new("C2", "0203", null, null), Garbage);
        (answer.Lead, answer.Rule).ShouldBe((null, null));
        answer.Explanation.ShouldBe(
            "2024年3月3日，万里社区的0203类问题没有适用的责任规则，属待交办事项。当日施行的是第2版责任体系（2024年2月1日起施行）。讲解员：万里社区讲解员（社区讲解员，任职账号 account-5）。");
    }

    [Fact]
    public void Before_the_first_map_nobody_is_responsible() =>
        new Responsibilities(ADay.InMarch, RulesInForce.None).Answer(new(null, "0110", null, null)).Explanation
            .ShouldBe("2024年3月3日，南关街道的0110类问题没有适用的责任规则，属待交办事项。当日责任体系尚未施行。");

    private static Responsible Ask(Question question, params ResponsibilityRule[] rules) =>
        new Responsibilities(ADay.InMarch, new(2, new(2024, 2, 1), rules)).Answer(question);
}
