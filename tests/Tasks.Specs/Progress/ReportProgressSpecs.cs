using Campaign.Tasks.Assignments;
using Campaign.Tasks.Progress;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Progress;

public sealed class ReportProgressSpecs
{
    private static readonly Guid First = Guid.Parse("019300c8-0000-7000-8000-0000000000f1");
    private static readonly Guid Second = Guid.Parse("019300c8-0000-7000-8000-0000000000f2");
    private static readonly Quantity[] Panels = [new("宣传展板", 22, "块")];
    private static readonly DateOnly Today = new(2024, 9, 2);
    private static readonly ReportProgress Report = new(First, Officer, "已安装", 60, Panels, Photos, On: null, Replaces: null, Noon);
    private static readonly ProgressReported Reported = new(First, TheUnit, "已安装", 60, Panels, Photos, Today, null, Noon);

    [Fact]
    public void A_unit_says_how_far_it_is_and_what_it_did() => Given(Issued).When(Report.Decide).Then(Reported).AndAgainNothing();

    [Fact]
    public void Any_number_of_times() =>
        Given(Issued, Reported).When((Report with { Report = Second }).Decide).Then(Reported with { Report = Second });

    [Fact]
    public void A_unit_that_helps_reports_its_own_work() =>
        Given(Issued with { CooperatingUnits = [AnotherUnit] }).When((Report with { By = OfficerOfAnotherUnit }).Decide)
            .Then(Reported with { Unit = AnotherUnit });

    [Fact]
    public void A_unit_that_has_no_part_in_it_does_not() =>
        Given(Issued).When((Report with { By = OfficerOfAnotherUnit }).Decide).ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void Work_of_yesterday_counts_yesterday_and_that_of_tomorrow_is_not_done()
    {
        Given(Issued).When((Report with { On = Today.AddDays(-1) }).Decide).Then(Reported with { On = Today.AddDays(-1) });
        Given(Issued).When((Report with { On = Today.AddDays(1) }).Decide).ThenRefused(ReportProgress.OnInFuture);
    }

    [Fact]
    public void A_later_report_corrects_an_earlier_one_once()
    {
        var correction = Report with { Report = Second, Replaces = First };
        Given(Issued, Reported).When(correction.Decide).Then(Reported with { Report = Second, Replaces = First }).AndAgainNothing();
        Given(Issued, Reported, Reported with { Report = Second, Replaces = First })
            .When((correction with { Report = Guid.NewGuid() }).Decide).ThenRefused(ReportProgress.ReportUnknown);
        Given(Issued).When(correction.Decide).ThenRefused(ReportProgress.ReportUnknown);
    }

    [Fact]
    public void What_is_done_takes_no_more_reports() =>
        Given(Issued, Submitted, Approved).When(Report.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void A_report_sent_twice_is_one_even_when_the_work_is_done() =>
        Given(Issued, Reported, Submitted, Approved).When(Report.Decide).ThenNothing();

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Report.Decide).ThenRefused(AssignmentRules.NotFound);
}
