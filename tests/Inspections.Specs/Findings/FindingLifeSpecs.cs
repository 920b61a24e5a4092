using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

/// <summary>What holds whatever people do in whatever order, and however often they are told of it.</summary>
public sealed class FindingLifeSpecs
{
    [Fact]
    public void Nothing_is_struck_off_without_photos_and_a_report_nor_by_the_unit_that_rectified() => Everyday((history, verifier) =>
    {
        if (history[^1] is not FindingStruckOff struckOff) return;
        var round = history.Take(history.Count - 1).Reverse().TakeWhile(e => e is not FindingRelapsed).ToList();
        var last = round.First(e => e is RectificationReported or RectificationRejected or FindingRouted or RoutingDeclined);
        last.ShouldBeOfType<RectificationReported>()
            .ShouldSatisfyAllConditions(
                e => e.Unit.ShouldBe(struckOff.Unit),
                e => (e.OnSite is true ? struckOff.Photos ?? [] : e.Photos).ShouldNotBeEmpty(),
                e => struckOff.OnSite.ShouldBe(e.OnSite));
        verifier.ShouldNotBe(struckOff.Unit);
    });

    [Fact]
    public void A_deadline_is_missed_at_most_once() => Everyday((history, _) =>
        history.OfType<FindingBecameOverdue>().GroupBy(e => (e.Round, e.Unit, e.Due)).ShouldAllBe(g => g.Count() == 1));

    [Fact]
    public void A_case_that_was_closed_stays_closed_until_it_relapses() => Everyday((history, _) =>
    {
        var life = history.Where(e => e is not ProposalDismissed).ToList();
        for (var i = 1; i < life.Count; i++)
        {
            if (life[i - 1] is FindingVoided or FindingMerged or FindingForciblyClosed) Assert.Fail($"{life[i]} after {life[i - 1]}");
            if (life[i - 1] is FindingStruckOff) life[i].ShouldBeOfType<FindingRelapsed>();
        }
    });

    [Fact]
    public void Rounds_follow_one_another() => Everyday((history, _) =>
    {
        history.OfType<FindingRelapsed>().Select(e => e.Round).ShouldBe(Enumerable.Range(2, history.OfType<FindingRelapsed>().Count()));
        FindingRounds.Of(history.Cast<IFindingEvent>()).Select(r => r.Round).ShouldBe(Enumerable.Range(1, Fold(history).Round));
    });

    [Fact]
    public void A_state_is_what_its_events_say_and_nothing_else() => Everyday((history, _) =>
    {
        var last = history.Last(
            e => e is not (ProposalDismissed or BeforePhotosAdded or FindingBecameOverdue or DeadlineExtended or DuplicateProposed)
                and not VerificationAttempted);
        Fold(history).Status.ShouldBe(last switch
        {
            FindingRecorded or FindingRelapsed or RoutingDeclined => FindingStatus.Recorded,
            FindingRouted => FindingStatus.Routed,
            FindingAcknowledged or RectificationRejected => FindingStatus.Accepted,
            RectificationReported => FindingStatus.Reported,
            FindingStruckOff => FindingStatus.StruckOff,
            FindingVoided => FindingStatus.Voided,
            FindingMerged => FindingStatus.Merged,
            FindingForciblyClosed => FindingStatus.ForcedClosed,
            _ => FindingStatus.None,
        });
    });

    [Fact]
    public void Days_reach_every_state()
    {
        var reached = new HashSet<FindingStatus>();
        Everyday((history, _) => reached.Add(Fold(history).Status));
        reached.ShouldBe(Enum.GetValues<FindingStatus>().Except([FindingStatus.None]), ignoreOrder: true);
    }

    private static Finding Fold(IEnumerable<object> history) => history.Fold<Finding>();

    private static void Everyday(Action<IReadOnlyList<object>, string> check) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(AnyFinding.Lives, deeds => { AnyFinding.Live(deeds, check); }));
}
