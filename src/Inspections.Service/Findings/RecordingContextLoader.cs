using Campaign.EventStore;
using Campaign.Inspections.Places;
using Campaign.Inspections.Reference;
using Npgsql;

namespace Campaign.Inspections.Findings;

/// <summary>Reads, in one round trip, what all who record meanwhile want to know.</summary>
internal sealed class RecordingContextLoader
{
    private static readonly string Query = $"{Categories.Current};{CommunityAt.Query(PlaceAsked.Rows)};{Neighbourhood.Query}";

    private readonly NpgsqlDataSource database;
    private readonly RequestBatcher<PendingLook> batcher;

    public RecordingContextLoader(NpgsqlDataSource database)
    {
        this.database = database;
        batcher = new(Look);
    }

    public async Task<RecordingContext> Of(
        string street, string category, ReportedPlace reported, DateTimeOffset now, CancellationToken cancellation)
    {
        // Of the place only the community is still open.
        var look = new PendingLook(street, category, reported, Place.Of(reported, communityByBoundary: null), now);
        await batcher.Gather(look, cancellation);
        return look.Seen!;
    }

    private async Task Look(IReadOnlyList<PendingLook> group)
    {
        var asked = PlaceAsked.Json(group.Select((look, i) => PlaceAsked.Of(i, look.Street, look.Category, look.Place, look.Now)));
        await using var connection = await database.OpenConnectionAsync();
        await using var answers = await connection.QueryByKey(
            Query, new NpgsqlParameter<string[]>("codes", [.. group.Select(look => look.Category).Distinct(StringComparer.Ordinal)]),
            new NpgsqlParameter<string>("asked", asked));

        var categories = Categories.Listed(await answers.Read<(int, string)>())
            .ToDictionary(listed => listed.Category.Code, StringComparer.Ordinal);
        var communities = (await answers.Read<(int Asked, string, string)>())
            .ToLookup(row => row.Asked, row => (row.Item2, row.Item3));
        var neighbours = (await answers.Read<NeighbourRow>()).ToLookup(row => row.Asked);
        for (var i = 0; i < group.Count; i++)
        {
            var (look, place) = (group[i], group[i].Place);
            var (community, metres) = place.Point() is { } point
                ? (CommunityAt.Of(point, communities[i]), CommunityAt.MetresFrom(place.Community, point, communities[i]))
                : default;
            look.Seen = new(
                Place.Of(look.Reported, community, metres), categories.GetValueOrDefault(look.Category),
                Neighbourhood.Of(place, neighbours[i]));
            look.Succeed();
        }
    }

    private sealed record PendingLook(
        string Street, string Category, ReportedPlace Reported, Place Place, DateTimeOffset Now) : BatchedRequest
    {
        public RecordingContext? Seen { get; set; }
    }
}
