using System.Text.Json;
using Campaign.Scoring.Awards;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Totals;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Awards;

public sealed class SetAwardSchemeSpecs
{
    private static readonly HalfYear Half = new(2024, 2);
    private static readonly DateTimeOffset Now = At(10, month: 12);
    private static readonly AwardSchemeSet Scheme = OfSource();

    [Fact]
    public void The_scheme_of_the_source_is_read_with_its_misprint_noted()
    {
        Scheme.Levels[0].ShouldBe(new Campaign.Scoring.Awards.Stored.AwardLevel("居委会", "优秀单位", 1, null, 50_000, 2_000, null));
        (Scheme.FineMin, Scheme.FineMax).ShouldBe((5_000, 10_000));
        Scheme.Note!.ShouldContain("按2000元使用");
    }

    private static AwardSchemeSet OfSource()
    {
        var body = JsonSerializer.Deserialize<NewAwardScheme>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "jinniushan-2024-H2.json")), JsonSerializerOptions.Web)!;
        new NewAwardScheme.Validator().Validate(body).IsValid.ShouldBeTrue();
        return (AwardSchemeSet)new SetAwardScheme(Half, body.Levels, body.FineMin, body.FineMax, body.Note, Now)
            .Decide(AwardScheme.Initial).Events[0];
    }

    private static DecideAwards Decide(params NewFine[] fines) => new(Half, Scheme, Totals(provisional: false), [], fines, Now);

    private static PeriodTotals Totals(bool provisional) => new(provisional, 0.75m, 0.25m, [Of("A", 95), Of("B", 94)], []);

    private static SubjectTotal Of(string subject, decimal total, bool vetoed = false) =>
        new(subject, subject, "居委会", 6, total, null, total, vetoed, 1);
}
