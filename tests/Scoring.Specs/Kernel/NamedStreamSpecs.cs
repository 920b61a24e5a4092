using Campaign.Scoring.Appeals;
using Campaign.Scoring.Commendations;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Subjects;
using Campaign.Scoring.Vetoes;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Kernel;

/// <summary>The streams of every release before: an id that came out otherwise would leave them behind.</summary>
public sealed class NamedStreamSpecs
{
    private const string Street = "990101001";

    [Fact]
    public void A_name_gives_the_id_it_always_gave()
    {
        MonthState.Stream(Street, September).ShouldBe(Id("f679776b-efbc-5046-b50c-537938ab563c"));
        ScorecardState.Stream(Street, September, "A").ShouldBe(Id("5e646d57-aed9-5ac0-a8e4-e5eb49cf148d"));
        PolicyBook.Stream(Street).ShouldBe(Id("105affaa-f3ca-59c5-a3fa-1fd2ff55932d"));
        Registration.OfUnit(Street, "A").ShouldBe(Id("57376d2c-db81-5390-8775-54ab5d354dc1"));
        VetoStream.Of(Street, "1").ShouldBe(Id("1fc7a386-40de-555e-b93e-bf597d30466e"));
        CommendationStream.Of(Street, "1").ShouldBe(Id("f437f666-8829-59c1-91f0-b636f6c9217f"));
    }

    [Fact]
    public void A_line_has_one_appeal() =>
        Appeal.Stream(Street, September, "A", "overdueCase", Guid.Parse("11111111-2222-3333-4444-555555555555"))
            .ShouldBe(Id("622d9380-aae2-53e8-8288-fe64f879d177"));

    private static EventStore.StreamId Id(string id) => new(Street, Guid.Parse(id));
}
