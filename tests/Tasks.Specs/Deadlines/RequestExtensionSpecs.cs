using Campaign.Tasks.Assignments;
using Campaign.Tasks.Deadlines;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.Deadlines;

public sealed class RequestExtensionSpecs
{
    private static readonly RequestExtension Request = new(Officer, "设备未到", Noon);
    private static readonly RefuseExtension Refuse = new("工期足够", Noon);
    private static readonly ExtensionRequested Requested = new(TheUnit, "设备未到", Noon);
    private static readonly ExtensionRefused Refused = new(TheUnit, "工期足够", Noon);

    [Fact]
    public void The_unit_asks_for_more_time() => Given(Issued).When(Request.Decide).Then(Requested).AndAgainNothing();

    [Fact]
    public void Another_unit_does_not_ask() =>
        Given(Issued).When((Request with { By = OfficerOfAnotherUnit }).Decide).ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void Nor_does_who_is_late() => Given(Issued, Overdue).When(Request.Decide).ThenRefused(DeadlineRules.OverdueNotExtended);

    [Fact]
    public void The_office_refuses() => Given(Issued, Requested).When(Refuse.Decide).Then(Refused).AndAgainNothing();

    [Fact]
    public void What_nobody_asked_for_is_not_refused() =>
        Given(Issued).When(Refuse.Decide).ThenRefused(DeadlineRules.ExtensionNotRequested);

    [Fact]
    public void After_a_refusal_it_may_be_asked_again() => Given(Issued, Requested, Refused).When(Request.Decide).Then(Requested);

    [Fact]
    public void A_refusal_does_not_count()
    {
        object[] refused = [Issued, Requested, Refused, Requested, Refused, Requested, Refused];
        Given(refused).State.Clock.Extensions.ShouldBe(0);
        new ExtendDeadline("连续降雨", null, Official, Noon).Decide(Given(refused).State).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Granting_answers_the_request() =>
        Given(Issued, Requested, new DeadlineExtended(TheUnit, Later, "连续降雨", null,
            Noon)).State.Facet<DeadlineFacet>().Request.ShouldBe(ExtensionRequest.None);

    [Fact]
    public void Nobody_asks_a_third_time() =>
        Given(Issued, new DeadlineExtended(TheUnit, Later, "一", null, Noon),
            new DeadlineExtended(TheUnit, Later.AddDays(3), "二", null, Noon))
            .When(Request.Decide).ThenRefused(DeadlineRules.ExtensionsUsedUp);
}
