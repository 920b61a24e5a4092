using System.Text.Json;
using Campaign.Scoring.Awards;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Totals;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Awards;

/// <summary>The second half of 2024 under the award scheme of the source.</summary>
internal static class AwardStory
{
    public static readonly HalfYear SecondHalf = new(2024, 2);
    public static readonly DateTimeOffset Now = At(10, month: 12);
    public static readonly AwardSchemeSet Scheme = OfSource();

    public static SubjectTotal TotalOf(string subject, decimal total, bool vetoed = false) =>
        new(subject, subject, "居委会", 6, total, null, total, vetoed, 1);

    private static AwardSchemeSet OfSource()
    {
        var body = JsonSerializer.Deserialize<NewAwardScheme>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "jinniushan-2024-H2.json")), JsonSerializerOptions.Web)!;
        new NewAwardScheme.Validator().Validate(body).IsValid.ShouldBeTrue();
        var set = new SetAwardScheme(SecondHalf, body.Levels, body.FineMin, body.FineMax, body.Note, Now);
        return (AwardSchemeSet)set.Decide(AwardScheme.Initial).Events[0];
    }
}
