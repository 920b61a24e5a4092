using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class VerifyRectificationSpecs
{
    private static readonly DateTimeOffset Evening = Morning.AddHours(9);
    private static readonly IReadOnlySet<string> NoUnit = new HashSet<string>();

    private static readonly VerifyRectification Pass = new(VerificationResult.Passed, null, NoUnit, After.ToHashSet(), Evening);
    private static readonly string[] Own = [new('e', 64)];
    private static readonly System.Text.Json.JsonSerializerOptions Json = new(System.Text.Json.JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private static readonly VerifyRectification Unable =
        Pass with { Result = VerificationResult.Unable, Reason = "院门紧锁", Photos = Own };

    private static readonly VerifyRectification Reject = Pass with { Result = VerificationResult.Failed, Reason = "仍有残留" };

    [Fact]
    public void A_reported_rectification_that_passes_strikes_the_case_off() =>
        Given(Recorded, Routed, Acknowledged, Reported).When(Pass.Decide)
            .Then(new FindingStruckOff(Number, 1, Unit, Due, Evening)).AndAgainNothing();

    [Fact]
    public void A_reported_rectification_that_fails_goes_back_with_the_reason() =>
        Given(Recorded, Routed, Reported).When(Reject.Decide)
            .Then(new RectificationRejected(Number, 1, Unit, Due, "仍有残留", Evening));

    [Fact]
    public void Who_could_not_tell_leaves_it_as_it_is_and_says_so_once_a_day()
    {
        var attempted = new VerificationAttempted(1, Unit, "院门紧锁", Evening, Own);
        Given(Recorded, Routed, Reported).When(Unable.Decide).Then(attempted).AndAgainNothing();
        Given(Recorded, Routed, Reported, attempted).When((Unable with { Now = Evening.AddDays(1) }).Decide)
            .Then(attempted with { At = Evening.AddDays(1) });
        Given(Recorded, Routed, Reported, attempted).When(Pass.Decide).Then(new FindingStruckOff(Number, 1, Unit, Due, Evening));
    }

    [Fact]
    public void The_verifiers_own_photos_are_kept_with_the_verdict()
    {
        Given(Recorded, Routed, Reported).When((Pass with { Photos = Own }).Decide)
            .Then(new FindingStruckOff(Number, 1, Unit, Due, Evening, Own));
        Given(Recorded, Routed, Reported).When((Reject with { Photos = Own }).Decide)
            .Then(new RectificationRejected(Number, 1, Unit, Due, "仍有残留", Evening, Own));
    }

    [Fact]
    public void What_is_verified_on_the_spot_is_struck_off_with_the_verifiers_photo_as_after_photo()
    {
        var onTheSpot = Given(Recorded, Routed, Reported with { Photos = [], OnSite = true });
        onTheSpot.When(Pass.Decide).ThenRefused(FindingRules.AfterPhotoMissing);
        onTheSpot.When((Pass with { Photos = Own }).Decide)
            .Then(new FindingStruckOff(Number, 1, Unit, Due, Evening, Own, OnSite: true));
        new object[] { Recorded, Routed, Reported with { Photos = [], OnSite = true }, StruckOff with { Photos = Own, OnSite = true } }
            .Fold<Finding>().AfterPhotos.ShouldBe(Own);
    }

    [Fact]
    public void A_later_report_with_photos_no_longer_asks_for_it() =>
        Given(Recorded, Routed, Reported with { Photos = [], OnSite = true }, Rejected, Reported).When(Pass.Decide)
            .Then(new FindingStruckOff(Number, 1, Unit, Due, Evening));

    [Theory]
    [InlineData("""{ "passed": true }""", VerificationResult.Passed)]
    [InlineData("""{ "passed": false, "reason": "仍有残留" }""", VerificationResult.Failed)]
    [InlineData("""{ "result": "Unable", "reason": "院门紧锁" }""", VerificationResult.Unable)]
    public void A_body_of_an_earlier_release_says_what_it_said(string body, object result)
    {
        var read = System.Text.Json.JsonSerializer.Deserialize<Verification>(body, Json)!;
        new Verification.Validator().Validate(read).IsValid.ShouldBeTrue();
        read.Outcome.ShouldBe(result);
    }

    [Theory]
    [InlineData("{}", "verification-result-missing")]
    [InlineData("""{ "passed": true, "result": "Failed", "reason": "仍有残留" }""", "verification-result-differs")]
    [InlineData("""{ "result": "Unable" }""", "NotEmptyValidator")]
    [InlineData("""{ "passed": false }""", "NotEmptyValidator")]
    public void A_body_says_one_thing_and_why(string body, string rule) =>
        new Verification.Validator().Validate(System.Text.Json.JsonSerializer.Deserialize<Verification>(body, Json)!)
            .Errors.Select(error => error.ErrorCode).ShouldBe([rule]);

    [Fact]
    public void Nobody_verifies_what_was_not_reported() =>
        Given(Recorded, Routed, Acknowledged).When(Pass.Decide).ThenRefused(FindingRules.NotReported);

    [Fact]
    public void A_rejected_rectification_must_be_reported_again_first() =>
        Given(Recorded, Routed, Reported, Rejected).When(Pass.Decide).ThenRefused(FindingRules.NotReported);

    [Fact]
    public void The_rectifying_unit_does_not_verify_its_own_work() =>
        Given(Recorded, Routed, Reported).When((Pass with { VerifierUnits = new HashSet<string> { Unit } }).Decide)
            .ThenRefused(FindingRules.VerifierIsRectifier);

    [Fact]
    public void Without_a_photo_of_the_state_before_nothing_is_struck_off() =>
        Given(Recorded with { Photos = [] }, Routed, Reported).When(Pass.Decide).ThenRefused(FindingRules.BeforePhotoMissing);

    [Fact]
    public void A_photo_of_the_state_before_may_come_later() =>
        Given(Recorded with { Photos = [] }, new BeforePhotosAdded(Before, Evening), Routed, Reported).When(Pass.Decide)
            .Then(new FindingStruckOff(Number, 1, Unit, Due, Evening));

    [Fact]
    public void A_case_from_a_ledger_needs_no_photo_of_the_state_before() =>
        Given(Recorded with { Photos = [], FromLedger = true }, Routed, Reported).When(Pass.Decide)
            .Then(new FindingStruckOff(Number, 1, Unit, Due, Evening));

    [Fact]
    public void Its_relapse_that_was_found_here_does() =>
        Given(Recorded with { Photos = [], FromLedger = true }, Routed, Reported, StruckOff, Relapsed, Routed with { Round = 2 },
            Reported with { Round = 2 })
            .When(Pass.Decide).ThenRefused(FindingRules.BeforePhotoMissing);

    [Fact]
    public void An_after_photo_that_never_arrived_strikes_nothing_off() =>
        Given(Recorded, Routed, Reported).When((Pass with { Evidence = new HashSet<string>() }).Decide)
            .ThenRefused(FindingRules.AfterPhotoNotThere);

    [Fact]
    public void Striking_off_after_the_deadline_states_first_that_it_was_missed() =>
        Given(Recorded, Routed, Reported).When((Pass with { Now = Due.AddMinutes(1) }).Decide)
            .Then(Overdue, new FindingStruckOff(Number, 1, Unit, Due, Due.AddMinutes(1)));

    [Fact]
    public void Striking_off_at_the_very_deadline_is_in_time() =>
        Given(Recorded, Routed, Reported).When((Pass with { Now = Due }).Decide).Then(new FindingStruckOff(Number, 1, Unit, Due, Due));

    [Fact]
    public void A_struck_off_case_is_not_rejected_afterwards() =>
        Given(Recorded, Routed, Reported, StruckOff).When(Reject.Decide).ThenRefused(FindingRules.AlreadyStruckOff);

    [Fact]
    public void A_case_nobody_recorded_is_not_found() => Given().When(Pass.Decide).ThenRefused(FindingRules.NotFound);
}
