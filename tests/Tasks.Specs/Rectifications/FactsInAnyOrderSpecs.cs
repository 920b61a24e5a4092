using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Rectifications;

/// <summary>The facts of a case come in every order and each of them twice; the assignments end the same.</summary>
public sealed class FactsInAnyOrderSpecs
{
    private static readonly FindingRef Again = TheFinding with { Round = 2 };

    private static readonly Fact Recorded = new(1, new OpenRectification(TheFinding, 1, TheDetails, Routing: null, Morning).Decide);
    private static readonly Fact RoutedTo = new(1, new TakeOverRouting(TheFinding, 2, TheUnit, Due, Morning).Decide);
    private static readonly Fact DeclinedBy = new(1, new FollowDecline(TheFinding, 3, TheUnit, Morning.AddHours(1)).Decide);
    private static readonly Fact RoutedOn = new(1, new TakeOverRouting(TheFinding, 4, AnotherUnit, Due, Noon).Decide);
    private static readonly Fact Extended = new(1, new FollowExtension(TheFinding, 5, AnotherUnit, Later, Noon).Decide);
    private static readonly Fact Late = new(1, new FollowOverdue(TheFinding, 6, AnotherUnit, Later).Decide);
    private static readonly Fact Refused = new(1, new FollowRejection(TheFinding, 8, AnotherUnit, Later, "仍有残留", Later).Decide);
    private static readonly Fact Done = new(1, new FollowStrikeOff(TheFinding, 10, AnotherUnit, Later, Later.AddHours(1)).Decide);
    private static readonly Fact Voided = new(1, new FollowCallingOff(TheFinding, 9, "误登", Later).Decide);
    private static readonly Fact Relapsed = new(2, new OpenRectification(Again, 11, Details: null, Routing: null, Later).Decide);
    private static readonly Fact RoutedAgain = new(2, new TakeOverRouting(Again, 12, TheUnit, Later, Later).Decide);

    [Fact]
    public void A_ledger_case_that_was_late_and_rejected_ends_approved_and_overdue() =>
        InEveryOrder(Recorded, RoutedOn, Extended, Late, Refused, Done)
            .ShouldBe([new(1, AssignmentStatus.Approved, AnotherUnit, Later, Overdue: true)]);

    [Fact]
    public void A_ledger_case_that_was_declined_and_routed_on_ends_with_the_other_unit() =>
        InEveryOrder(Recorded, RoutedTo, DeclinedBy, RoutedOn, Extended, Late)
            .ShouldBe([new(1, AssignmentStatus.Issued, AnotherUnit, Later, Overdue: true)]);

    [Fact]
    public void A_ledger_case_that_was_declined_waits_for_a_person() =>
        InEveryOrder(Recorded, RoutedTo, DeclinedBy).ShouldBe([new(1, AssignmentStatus.Unrouted, "", null, Overdue: false)]);

    [Fact]
    public void A_ledger_case_that_was_rejected_ends_with_its_unit_to_do_again() =>
        InEveryOrder(Recorded, RoutedTo, DeclinedBy, RoutedOn, Refused)
            .ShouldBe([new(1, AssignmentStatus.Returned, AnotherUnit, Later, Overdue: false)]);

    [Fact]
    public void A_ledger_case_that_was_voided_ends_cancelled() =>
        InEveryOrder(Recorded, RoutedTo, DeclinedBy, RoutedOn, Extended, Voided)
            .ShouldBe([new(1, AssignmentStatus.Cancelled, AnotherUnit, Later, Overdue: false)]);

    [Fact]
    public void A_ledger_case_that_relapsed_leaves_an_approved_round_and_one_that_waits() =>
        InEveryOrder(Recorded, RoutedOn, Late, Done, Relapsed)
            .ShouldBe(
            [
                new(1, AssignmentStatus.Approved, AnotherUnit, Later, Overdue: true),
                new(2, AssignmentStatus.Unrouted, "", null, Overdue: false),
            ]);

    [Fact]
    public void A_relapse_that_the_ledger_routed_lies_with_its_unit() =>
        InEveryOrder(Recorded, RoutedOn, Done, Relapsed, RoutedAgain)
            .ShouldBe(
            [
                new(1, AssignmentStatus.Approved, AnotherUnit, Later, Overdue: false),
                new(2, AssignmentStatus.Issued, TheUnit, Later, Overdue: false),
            ]);

    [Fact]
    public void A_live_case_ends_approved_however_its_verdicts_arrive()
    {
        var live = new Fact(1, new OpenRectification(TheFinding, 1, TheDetails, new Routing(TheUnit, [], null, Due), Morning).Decide);
        Fact[] verdicts =
        [
            new(1, new FollowOverdue(TheFinding, 4, TheUnit, Due).Decide),
            new(1, new FollowRejection(TheFinding, 6, TheUnit, Due, "仍有残留", Due.AddHours(2)).Decide),
            new(1, new FollowStrikeOff(TheFinding, 8, TheUnit, Due, Due.AddHours(3)).Decide),
            live,
        ];
        InEveryOrder([live], verdicts).ShouldBe([new(1, AssignmentStatus.Approved, TheUnit, Due, Overdue: true)]);
    }

    private static IReadOnlyList<Seen> InEveryOrder(params Fact[] facts) => InEveryOrder([], facts);

    private static IReadOnlyList<Seen> InEveryOrder(Fact[] first, Fact[] facts)
    {
        var outcomes = Orders(facts).Select(order => Play([.. first, .. order]).ToList()).ToList();
        outcomes.Count.ShouldBeGreaterThan(1);
        foreach (var outcome in outcomes) outcome.ShouldBe(outcomes[0]);
        return outcomes[0];
    }

    /// <summary>Each fact twice: at once, and all of them once more at the end.</summary>
    private static IEnumerable<Seen> Play(IReadOnlyList<Fact> order)
    {
        var rounds = new SortedDictionary<int, Assignment>();
        foreach (var (round, decide) in order.SelectMany(fact => new[] { fact, fact }).Concat(order))
        {
            var assignment = rounds.GetValueOrDefault(round, Assignment.Initial);
            var decision = decide(assignment);
            decision.Refusal.ShouldBeNull();
            rounds[round] = decision.Events.Cast<IAssignmentEvent>().Aggregate(assignment, (state, @event) => state.Evolve(@event));
        }
        return rounds.Select(r => new Seen(r.Key, r.Value.Status, r.Value.Unit, r.Value.Due, r.Value.Overdue));
    }

    private static IEnumerable<IReadOnlyList<Fact>> Orders(IReadOnlyList<Fact> facts) => facts.Count <= 1
        ? [facts]
        : facts.SelectMany(head => Orders([.. facts.Where(fact => fact != head)]).Select(tail => (IReadOnlyList<Fact>)[head, .. tail]));

    private sealed record Fact(int Round, Func<Assignment, Decision> Decide);

    private sealed record Seen(int Round, AssignmentStatus Status, string TheUnit, DateTimeOffset? Due, bool Overdue);
}
