using Campaign.EventStore;
using Campaign.Inspections.Places;
using Campaign.Inspections.Reference;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Findings;

/// <summary>What is known, at the moment of recording, of the place, the category and the cases nearby.</summary>
/// <param name="Category">Null where the list has none of this code.</param>
internal sealed record Circumstances(Place Place, ListedCategory? Category, IReadOnlyList<Neighbour> Neighbours);

/// <summary>Reads the circumstances of all who ask meanwhile in one round trip.</summary>
internal sealed class Surroundings
{
    private static readonly string Query = $"{PlannerHints.Sql};{Categories.Current};{CommunityAt.Query};{Neighbourhood.Query}";

    private readonly NpgsqlDataSource database;
    private readonly RequestBatcher<PendingLook> batcher;

    public Surroundings(NpgsqlDataSource database)
    {
        this.database = database;
        batcher = new(Look);
    }

    public async Task<Circumstances> Of(string street, string category, ReportedPlace reported, DateTimeOffset now, CancellationToken cancellation)
    {
        // Of the place only the community is still open.
        var look = new PendingLook(street, category, reported, reported.Located(communityByBoundary: null), now);
        await batcher.Gather(look, cancellation);
        return look.Seen!;
    }

    private async Task Look(IReadOnlyList<PendingLook> group)
    {
        var asked = PlaceAsked.Json(group.Select((look, i) => PlaceAsked.Of(i, look.Street, look.Category, look.Place, look.Now)));
        await using var connection = await database.OpenConnectionAsync();
        await using var answers = await connection.QueryMultipleAsync(
            Query, new { codes = group.Select(look => look.Category).Distinct(StringComparer.Ordinal).ToArray(), asked });

        await answers.ReadAsync();
        var categories = Categories.Listed(await answers.ReadAsync<(int, string)>()).ToDictionary(listed => listed.Category.Code, StringComparer.Ordinal);
        var communities = (await answers.ReadAsync<(int Asked, string, string)>()).ToLookup(row => row.Asked, row => (row.Item2, row.Item3));
        var neighbours = (await answers.ReadAsync<NeighbourRow>()).ToLookup(row => row.Asked);
        for (var i = 0; i < group.Count; i++)
        {
            var (look, place) = (group[i], group[i].Place);
            var community = place.Point() is { } point ? CommunityAt.Of(point, communities[i]) : null;
            look.Seen = new(look.Reported.Located(community), categories.GetValueOrDefault(look.Category), Neighbourhood.Of(place, neighbours[i]));
            look.Succeed();
        }
    }

    private sealed record PendingLook(string Street, string Category, ReportedPlace Reported, Place Place, DateTimeOffset Now) : BatchedRequest
    {
        public Circumstances? Seen { get; set; }
    }
}
