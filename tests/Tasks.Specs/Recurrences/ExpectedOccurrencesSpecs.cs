using Campaign.Tasks.Organisation;
using Campaign.Tasks.Recurrences;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Tasks.Specs.Recurrences.RecurrenceStory;

namespace Campaign.Tasks.Specs.Recurrences;

public sealed class ExpectedOccurrencesSpecs
{
    private static readonly DateTimeOffset Now = At("2024-09-02 09:00");
    private static readonly RecurrenceArranged ForAll =
        Arranged with { Terms = Arranged.Terms with { Units = ["U010"], AllCommunities = true } };

    [Fact]
    public void Each_unit_gets_each_slot_of_the_next_fourteen_days()
    {
        var demanded = Of(ForAll);
        demanded.Select(d => $"{d.Issued.Unit} {d.Issued.Occurrence!.Slot}")
            .ShouldBe(["U001 2024-09-06", "U010 2024-09-06", "U001 2024-09-13", "U010 2024-09-13"]);
        demanded.Select(d => d.Id).ShouldBeUnique();
        demanded[0].Issued.Title.ShouldBe("责任路段清扫（2024年9月6日下午）");
    }

    [Fact]
    public void What_nobody_is_named_for_the_guarantor_of_the_community_reviews()
    {
        var guarantors = new Guarantors(new Dictionary<string, string> { ["U001"] = "C1" }, [new("P07", null, [], ["C1"])]);
        ExpectedOccurrences.Of(TheSeries, Given(ForAll).State, [Committee, Department], Holidays.None, Now, Now, guarantors)
            .Select(d => (d.Issued.Unit, d.Issued.Guarantor)).Distinct().ShouldBe([("U001", "P07"), ("U010", null)]);
    }

    [Fact]
    public void Whoever_asks_and_whenever_comes_to_the_same_ids() =>
        Of(ForAll, now: Now.AddDays(1)).Select(d => d.Id).ShouldBe(Of(ForAll).Select(d => d.Id));

    [Fact]
    public void A_new_arrangement_asks_for_assignments_of_its_own()
    {
        var changed = ForAll with { Revision = 2, Effective = Day("2024-09-08"), At = Now };
        var (before, after) = (
            Of(ForAll), ExpectedOccurrences.Of(TheSeries, Given(ForAll, changed).State, [Committee, Department], Holidays.None,
            Now, Now));
        after.Select(d => d.Issued.Occurrence!.Slot).ShouldBe(before.Select(d => d.Issued.Occurrence!.Slot));
        after.Select(d => d.Id).Intersect(before.Select(d => d.Id)).Count().ShouldBe(2, "those of the 6th stay");
    }

    [Fact]
    public void A_unit_owes_only_slots_that_lie_in_its_days_in_the_campaign() =>
        ExpectedOccurrences.Of(TheSeries, Given(ForAll).State, [Committee with { From = Day("2024-09-07") },
            Department with { Until = Day("2024-09-12") }], Holidays.None, Now, Now)
            .Select(d => $"{d.Issued.Unit} {d.Issued.Occurrence!.Slot}").ShouldBe(["U010 2024-09-06", "U001 2024-09-13"]);

    [Fact]
    public void What_passed_while_nobody_looked_is_asked_for_still() =>
        Of(Arranged, now: At("2024-09-29 09:00"), since: At("2024-09-10 09:00")).Select(d => d.Issued.Occurrence!.Slot)
            .ShouldBe(["2024-09-13", "2024-09-20", "2024-09-27", "2024-10-04", "2024-10-11"]);

    [Fact]
    public void Nobody_looks_back_further_than_a_month() =>
        ExpectedOccurrences.Since(At("2024-01-01 00:00"), Now).ShouldBe(Now.AddDays(-31));

    [Fact]
    public void A_first_look_goes_back_a_month_and_a_clock_ahead_counts_as_now()
    {
        ExpectedOccurrences.Since(null, Now).ShouldBe(Now.AddDays(-31));
        ExpectedOccurrences.Since(Now.AddMinutes(5), Now).ShouldBe(Now);
        ExpectedOccurrences.Since(Now.AddMinutes(-5), Now).ShouldBe(Now.AddMinutes(-5));
    }

    [Fact]
    public void A_long_slot_that_began_long_ago_is_asked_for_while_it_is_not_due()
    {
        var newYear = Day("2024-01-01");
        var yearly =
            Arranged with
            {
                Terms = Tasks.Recurrences.Stored.RecurrenceTerms.Of(Terms with { Rule = new(Every.Year), From = newYear }),
                Effective = newYear
            };
        Of(yearly, now: At("2024-12-01 09:00")).Single().Issued.Occurrence!.Slot.ShouldBe("2024");
    }

    [Fact]
    public void However_often_and_unevenly_it_is_looked_everything_is_asked_for_and_nothing_twice()
    {
        var looks = Gen.NonEmptyListOf(Gen.Choose(1, 20 * 24)).Select(hours => hours.Take(12).ToArray()).ToArbitrary();
        FsCheck.Check.One(Config.QuickThrowOnFailure, Prop.ForAll(looks, hours =>
        {
            var (made, last, now) = (new List<Guid>(), August31, August31);
            foreach (var pause in hours)
            {
                now = now.AddHours(pause);
                made.AddRange(Of(ForAll, now, last).Select(d => d.Id).Except(made));
                last = now;
            }
            var atOnce = ExpectedOccurrences.Of(TheSeries, Given(ForAll).State, [Committee, Department], Holidays.None, August31, now)
                .Select(d => d.Id);
            return made.Order().SequenceEqual(atOnce.Order());
        }));
    }

    private static IReadOnlyList<ExpectedOccurrence> Of(
        RecurrenceArranged arranged, DateTimeOffset? now = null, DateTimeOffset? since = null) =>
        ExpectedOccurrences.Of(TheSeries, Given(arranged).State, [Committee, Department], Holidays.None, since ?? Now, now ?? Now);
}
