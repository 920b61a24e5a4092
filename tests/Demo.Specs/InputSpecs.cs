using System.Text.Json;
using Campaign.Demo.Input;
using Shouldly;
using Xunit;

namespace Campaign.Demo.Specs;

public sealed class InputSpecs
{
    private static readonly DateOnly NewYear = new(2024, 1, 1);

    private static JsonElement Row(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private static JsonElement Case(string id, string at, string unit = "U001") => Row(
        $$"""{"id":"{{id}}","unit":"{{unit}}","category":"0110","timeline":[{"at":"{{at}}","do":"record"}]}""");

    [Fact]
    public void The_plan_gives_an_assignment_per_action_unit_and_phase()
    {
        var communities = Samples.Organisation.Units.Where(unit => unit.Category == "居委会").Select(unit => unit.Code).ToList();
        communities.Count.ShouldBe(9);
        Samples.Plan.Actions.Count.ShouldBe(11);
        Samples.Plan.Assignments(communities).ShouldBe(465);
    }

    [Fact]
    public void Every_code_of_the_samples_is_a_unit_or_community_of_the_street()
    {
        var organisation = Samples.Organisation;
        var units = organisation.Units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        units.Count.ShouldBe(organisation.Units.Count);
        var communities = organisation.Communities.Select(community => community.Code).ToHashSet(StringComparer.Ordinal);

        Samples.Plan.Actions.SelectMany(action => action.Units).ShouldAllBe(code => units.Contains(code));
        var rules = Samples.ResponsibilityRules.EnumerateArray().ToList();
        rules.Select(rule => Rows.Text(rule, "lead")!).ShouldAllBe(code => units.Contains(code));
        rules.Select(rule => Rows.Text(rule, "community")).OfType<string>().ShouldAllBe(code => communities.Contains(code));
        rules.Select(rule => Rows.Text(rule, "category")).OfType<string>().ToHashSet(StringComparer.Ordinal)
            .SetEquals(Samples.Categories.Select(category => category.Code)).ShouldBeTrue();
        rules.Count(rule => Rows.Text(rule, "category") is null).ShouldBe(1);
    }

    [Fact]
    public void The_sample_month_changes_nothing_of_the_sample_organisation()
    {
        var units = Samples.Organisation.Units.ToList();
        UnitsOfMonth.Of(SampleStory.September, units).ShouldBe(units.Where(unit => unit.Category is not null));
    }

    [Fact]
    public void A_new_unit_was_there_from_new_year_an_old_one_keeps_its_earlier_day_and_its_community()
    {
        var file = SampleStory.September with { Inspections = [], Cases = [] };
        var old = new Unit("U001", "旧名", "居委会", "990101001001", new(2023, 5, 1), null);
        var late = new Unit("U002", "万里社区", "居委会", null, new(2024, 10, 1), null);
        var units = UnitsOfMonth.Of(file, [old, late]);
        units[0].ShouldBe(old with { Name = "广场社区" });
        units[1].From.ShouldBe(NewYear);
        units[2].From.ShouldBe(NewYear);
    }

    [Fact]
    public void A_subject_added_in_the_month_begins_on_its_own_day()
    {
        var file = SampleStory.September;
        file = file with
        {
            Subjects =
            [file.Subjects[0] with { From = new(2024, 9, 16) }, file.Subjects[1] with { Since = new(2024, 9, 17) }]
        };
        var units = UnitsOfMonth.Of(file, []);
        units[0].From.ShouldBe(new(2024, 9, 16));
        units[1].From.ShouldBe(new(2024, 9, 17));
    }

    [Fact]
    public void A_ledger_that_begins_before_new_year_takes_its_units_with_it_and_its_unranked_units_too()
    {
        var file = SampleStory.September with { Cases = [Case("C1", "2023-12-31T23:00:00+08:00", "X9")] };
        var units = UnitsOfMonth.Of(file, []);
        units.ShouldAllBe(unit => unit.From == new DateOnly(2023, 12, 31));
        units[^1].ShouldBe(new Unit("X9", "X9", null, null, new(2023, 12, 31), null));
    }

    [Fact]
    public void Batches_hold_every_row_once_in_the_order_of_recording()
    {
        var file = SampleStory.September with
        {
            Cases =
            [.. Enumerable.Range(0, 1201).Select(i => Case($"C{i:0000}", $"2024-09-0{9 - i % 9}T10:00:00+08:00"))]
        };
        var batches = ImportBatches.Of(file);
        batches.Select(batch => batch.Rows).ShouldBe([74, 500, 500, 201]);
        var recorded = batches.SelectMany(batch => batch.Cases).ToList();
        recorded.Select(Rows.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(1201);
        recorded.Select(Rows.RecordedAt).ShouldBeInOrder();
    }

    [Fact]
    public void A_month_may_lack_all_that_is_optional()
    {
        var file = JsonSerializer.Deserialize<MonthFile>(
            """
            {
              "street": { "code": "990101009", "name": "东街街道" },
              "month": "2024-02",
              "policy": {},
              "subjects": [{ "code": "A", "name": "甲", "category": "居委会" }]
            }
            """,
            Json.Options)!;
        ImportBatches.Of(file).ShouldBeEmpty();
        UnitsOfMonth.Of(file, []).Count.ShouldBe(1);
        Honours.Commendations(file).ShouldBeEmpty();
        Honours.Vetoes(file).ShouldBeEmpty();
        file.Expected.ShouldBeNull();
    }

    [Fact]
    public void The_list_of_categories_only_grows()
    {
        Category[] existing = [new("0110", "街道自己的叫法", "1工作日", "三", null), new("Z1", "别的街道的类别", "1工作日", null, null)];
        var file = SampleStory.September with { Cases = [Row("""{"id":"C","category":"Q7"}""")] };
        var union = Catalogue.Union(existing, Samples.Categories, file);
        union.Take(2).ShouldBe(existing);
        union.Count.ShouldBe(2 + Samples.Categories.Count - 1 + 1);
        union[^1].Code.ShouldBe("Q7");
    }

    [Fact]
    public void Two_commendations_alike_stay_two_under_ids_that_repeat()
    {
        var commendation = new Commendation("U009", new(2024, 9, 15), "表扬");
        var file = SampleStory.September with { Commendations = [commendation, commendation] };
        Honours.Commendations(file).Select(c => c.Id).ShouldBe(["ledger-U009-20240915-1", "ledger-U009-20240915-2"]);
        Honours.Vetoes(file).ShouldHaveSingleItem().Id.ShouldBe("ledger-U009-2024-09-month-1");
    }
}
