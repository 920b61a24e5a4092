using Campaign.EventStore;
using Campaign.Scoring.Appeals;
using Campaign.Scoring.Commendations;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Subjects;
using Campaign.Scoring.Vetoes;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs;

/// <summary>The streams of every release before: an id that came out otherwise would leave them behind.</summary>
public sealed class StreamIdSpecs
{
    private const string Street = "990101001";

    private static readonly (StreamId Stream, string Id)[] Derived =
    [
        (MonthState.Stream(Street, September), "f679776b-efbc-5046-b50c-537938ab563c"),
        (ScorecardState.Stream(Street, September, "A"), "5e646d57-aed9-5ac0-a8e4-e5eb49cf148d"),
        (PolicyBook.Stream(Street), "105affaa-f3ca-59c5-a3fa-1fd2ff55932d"),
        (Registration.OfUnit(Street, "A"), "57376d2c-db81-5390-8775-54ab5d354dc1"),
        (VetoStream.Of(Street, "1"), "1fc7a386-40de-555e-b93e-bf597d30466e"),
        (CommendationStream.Of(Street, "1"), "f437f666-8829-59c1-91f0-b636f6c9217f"),
        // One appeal a line: a second one meets the first.
        (Appeal.Stream(Street, September, "A", "overdueCase", Guid.Parse("11111111-2222-3333-4444-555555555555")),
            "622d9380-aae2-53e8-8288-fe64f879d177"),
    ];

    [Fact]
    public void A_name_gives_the_id_it_always_gave() =>
        Derived.Select(x => x.Stream).ShouldBe(Derived.Select(x => new StreamId(Street, Guid.Parse(x.Id))));
}
