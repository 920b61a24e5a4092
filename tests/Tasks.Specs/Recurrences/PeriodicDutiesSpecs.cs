using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Tasks.Recurrences;
using Campaign.Tasks.Rosters;
using Campaign.Testing;
using FluentValidation;

namespace Campaign.Tasks.Specs.Recurrences;

/// <summary>The nine duties that four published schemes ask for, as requests of this service.</summary>
public sealed class PeriodicDutiesSpecs
{
    private static readonly JsonObject Sample =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Testing.Documents.Root, "samples", "periodic-duties", "duties.json")))!.AsObject();

    [Theory]
    [InlineData("daily-sweeping", 365 * 3)]
    [InlineData("health-education", 6)]
    [InlineData("civility-rating", 24)]
    [InlineData("rodent-bait", 0)]
    [InlineData("disinfection", 51)] // whole weeks that begin in 2025 and end in it
    [InlineData("road-repair", 4)]
    [InlineData("weekly-report", 51)]
    public void A_periodic_duty_is_a_recurrence(string code, int inTheYear) =>
        Slots<RecurrenceTerms>(code, "recurrences", new RecurrenceTermsValidator()).Count.ShouldBe(inTheYear);

    [Theory]
    [InlineData("greenery", 52, "2025-01-03 维护", 2)]
    [InlineData("road-section", 12, "2025-01-31 清扫", 3)]
    public void A_duty_that_sends_people_is_a_roster(string code, int inTheYear, string first, int people)
    {
        var slots = Slots<RosterTerms>(code, "rosters", new RosterTermsValidator());
        (slots.Count, slots[0].Name).ShouldBe((inTheYear, first));
        var duty = Terms<RosterTerms>(code, "rosters").Issue(Guid.NewGuid(), 1, slots[0], "U010", slots[0].Start).Occurrence!.Duty!;
        (duty.People, duty.Ends.TimeOfDay).ShouldBe((people, new TimeSpan(17, 30, 0)));
    }

    [Fact]
    public void Each_of_the_nine_is_there() =>
        (Sample["recurrences"]!.AsArray().Count + Sample["rosters"]!.AsArray().Count).ShouldBe(9);

    [Fact]
    public void The_bands_as_written_both_overlap_and_leave_a_gap() =>
        Bands.Defects(Entry("road-section", "rosters")["bandsAsWritten"].Deserialize<Band[]>(Json.Options)!)
            .Select(defect => $"{defect.Fault} {defect.Detail}")
            .ShouldBe(["Overlap 人数档有重叠：5人同时属于第1档和第2档。", "Gap 人数档有缺口：11至14人没有对应的档。"]);

    private static List<Slot> Slots<T>(string code, string list, IValidator<T> validator) where T : ISchedule
    {
        var terms = Terms<T>(code, list);
        validator.Validate(terms).Errors.Select(error => error.ErrorMessage).ShouldBeEmpty();
        var arranged = terms.Arranged(code, 1, terms.From, RecurrenceStory.At("2024-12-31 09:00"));
        return [.. RecurrenceStory.Given(arranged).State.Slots(new(2024, 1, 1), new(2027, 1, 1)).Select(due => due.Slot)];
    }

    private static T Terms<T>(string code, string list) => Entry(code, list)["terms"].Deserialize<T>(Json.Options)!;

    private static JsonObject Entry(string code, string list) =>
        Sample[list]!.AsArray().Select(entry => entry!.AsObject()).Single(entry => (string)entry["code"]! == code);
}
