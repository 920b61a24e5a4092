using Campaign.Tasks.Assignments;
using Campaign.Tasks.Recurrences;
using Campaign.Tasks.Rosters;
using Campaign.Testing;
using Campaign.Web;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.Recurrences.RecurrenceStory;

namespace Campaign.Tasks.Specs.Rosters;

public sealed class CheckInSpecs
{
    private static readonly GeoPoint West = new(117.20, 39.12);
    private static readonly GeoPoint East = new(117.21, 39.12);
    private static readonly Shift Evening = new("晚班", new(Every.Day, At: [new(new(18, 0), new(20, 0))]));
    private static readonly RosterTerms Roster = new(
        "南马路执勤", new("南马路", Line: [West, East]), [Evening], [new(TheUnit, 8)], Day("2024-09-01"));

    private static readonly AssignmentIssued Duty = Roster.Issue(
        TheSeries, 1, Roster.Slots(Day("2024-09-06"), Day("2024-09-07")).Single(), TheUnit, August31);

    private static readonly DateTimeOffset Now = At("2024-09-06 18:30");
    private static readonly CheckIn Two = new(Officer, 2, [], At("2024-09-06 18:00"), Place: null, Now);
    private static readonly DutyCheckedIn TwoThere = new(
        TheUnit, 2, [], At("2024-09-06 18:00"), Place: null, Metres: null, Away: false, Now);
    private static readonly SubmitAssignment Submit = new(Kinds, Officer, [], null, At("2024-09-06 20:05"));

    [Fact]
    public void An_office_of_eight_sends_three_and_reports_by_midnight()
    {
        (Duty.Kind, Duty.Title, Duty.Due).ShouldBe((AssignmentKind.Roster, "南马路执勤（2024年9月6日 18:00—20:00晚班）", At("2024-09-07 00:00")));
        (Duty.Occurrence!.Duty!.People, Duty.Occurrence.Duty.Ends).ShouldBe((3, At("2024-09-06 20:00")));
    }

    [Fact]
    public void People_check_in_by_number_and_the_same_message_counts_once() =>
        Given(Duty).When(Two.Decide).Then(TwoThere).AndAgainNothing();

    [Theory]
    [InlineData("WGS84", 117.2, 39.12)]
    [InlineData("wgs84", 117.2, 39.12)]
    [InlineData("GCJ02", 117.19384, 39.11881)]
    [InlineData("BD09", 117.18731, 39.11281)]
    public void A_place_in_whatever_system_is_kept_in_WGS_84(string system, double longitude, double latitude)
    {
        var body = new NewCheckIn(2, null, Now, new(117.2, 39.12, system));
        new NewCheckIn.Validator().Validate(body).IsValid.ShouldBeTrue();
        body.Place!.Point.Longitude.ShouldBe(longitude, 0.0005);
        body.Place.Point.Latitude.ShouldBe(latitude, 0.0005);
    }

    [Fact]
    public void A_system_that_nobody_knows_is_refused() =>
        new NewCheckIn.Validator().Validate(new NewCheckIn(2, null, Now, new(117.2, 39.12, "CGCS2000"))).Errors
            .ShouldHaveSingleItem().ErrorCode.ShouldBe("coordinates-unknown");

    [Fact]
    public void People_check_in_by_account_each_once() =>
        Given(Duty, TwoThere with { Accounts = ["a-1", "a-2"] }).When((Two with { Accounts = ["a-2", "a-3", "a-3"], Count = 0 }).Decide)
            .Then(TwoThere with { People = 1, Accounts = ["a-3"] }).AndAgainNothing();

    [Theory]
    [InlineData("17:29", false)]
    [InlineData("17:30", true)]
    [InlineData("20:00", true)]
    [InlineData("20:01", false)]
    public void They_come_up_to_half_an_hour_early_and_not_after_the_shift(string time, bool taken)
    {
        var outcome = Given(Duty).When((Two with { At = At($"2024-09-06 {time}"), Now = At("2024-09-06 21:00") }).Decide);
        if (taken) outcome.Then(TwoThere with { At = At($"2024-09-06 {time}"), ReportedAt = At("2024-09-06 21:00") });
        else outcome.ThenRefused(RosterRules.OutsideShift);
    }

    [Fact]
    public void Nobody_is_there_before_the_time_has_come() =>
        Given(Duty).When((Two with { At = Now.AddMinutes(3) }).Decide).ThenRefused(RosterRules.InTheFuture);

    [Theory]
    [InlineData(117.205, 39.12, 0, false)]
    [InlineData(117.205, 39.1217, 189, false)] // 0.0017° of latitude
    [InlineData(117.205, 39.1219, 211, true)]
    [InlineData(117.2125, 39.12, 216, true)] // past the eastern end
    public void Who_is_far_from_the_section_is_asked_about_not_refused(double longitude, double latitude, int metres, bool away)
    {
        var place = new GeoPoint(longitude, latitude);
        Given(Duty).When((Two with { Place = place }).Decide).Then(TwoThere with { Place = place, Metres = metres, Away = away });
    }

    [Fact]
    public void Where_the_section_is_not_drawn_no_place_is_wrong()
    {
        var undrawn = Duty with { Occurrence = Duty.Occurrence! with { Duty = Duty.Occurrence.Duty! with { Line = null } } };
        var place = new GeoPoint(0, 0);
        Given(undrawn).When((Two with { Place = place }).Decide).Then(TwoThere with { Place = place });
    }

    [Fact]
    public void Only_duty_is_checked_in_to() => Given(Issued).When(Two.Decide).ThenRefused(RosterRules.NotOnDuty);

    [Fact]
    public void Only_its_own_unit_checks_in() =>
        Given(Duty).When((Two with { By = TestIdentity.Caller(Role.UnitOfficer, TheStreet, AnotherUnit) }).Decide)
            .ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void Nobody_checks_in_after_it_was_reported() =>
        Given(Duty, TwoThere, Submitted).When((Two with { At = Now }).Decide).ThenRefused(AssignmentRules.AlreadySubmitted);

    [Fact]
    public void Enough_people_need_no_words() =>
        Given(Duty, TwoThere, TwoThere with { People = 1, At = Now }).When(Submit.Decide)
            .Then(new AssignmentSubmitted(TheUnit, [], null, null, Submit.Now)).AndAgainNothing();

    [Fact]
    public void Too_few_people_are_named_and_refused()
    {
        Given(Duty, TwoThere).When(Submit.Decide).ThenRefused(RosterRules.HeadCountShort(3, 2));
        RosterRules.HeadCountShort(3, 2).Detail.ShouldBe("应到 3 人，已签到 2 人；人数不足须说明原因。");
    }

    [Fact]
    public void Too_few_people_with_a_reason_are_reported_and_marked() =>
        Given(Duty, TwoThere).When((Submit with { Note = "一人公差" }).Decide).Then(
            new AssignmentSubmitted(TheUnit, [], "一人公差", null, Submit.Now), new DutyShortStaffed(TheUnit, 3, 2, "一人公差", Submit.Now));

    private static Scenario<Assignment> Given(params object[] history) => new(history);
}
