using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class VerifyRectificationSpecs
{
    private static readonly DateTimeOffset Evening = Morning.AddHours(9);
    private static readonly IReadOnlySet<string> NoUnit = new HashSet<string>();

    private static readonly VerifyRectification Pass = new(Passed: true, null, NoUnit, After.ToHashSet(), Evening);
    private static readonly VerifyRectification Reject = Pass with { Passed = false, Reason = "仍有残留" };

    [Fact]
    public void A_reported_rectification_that_passes_strikes_the_case_off() =>
        Given(Recorded, Routed, Acknowledged, Reported).When(Pass.Decide)
            .Then(new FindingStruckOff(Number, 1, Unit, Due, Evening)).AndAgainNothing();

    [Fact]
    public void A_reported_rectification_that_fails_goes_back_with_the_reason() =>
        Given(Recorded, Routed, Reported).When(Reject.Decide)
            .Then(new RectificationRejected(Number, 1, Unit, Due, "仍有残留", Evening));

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
