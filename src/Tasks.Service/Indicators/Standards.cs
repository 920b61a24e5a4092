using System.Text.Json;
using Campaign.EventStore;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Indicators;

/// <summary>Whose standards and values they are: a street's, or the district's. Also the tenant of their streams.</summary>
internal static class Owner
{
    public const string District = "district";

    public static string Of(HttpContext http) => http.GetRouteValue("street") as string ?? District;
}

/// <summary>National standards, part of the release; nobody changes them.</summary>
internal static class ShippedStandards
{
    public const string National2021 = "2021";

    public static IReadOnlyDictionary<string, IndicatorStandard> All { get; } = new Dictionary<string, IndicatorStandard>(
        StringComparer.Ordinal)
    {
        [National2021] = Read("indicators/national-2021.json"),
    };

    private static IndicatorStandard Read(string file)
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        HttpConventions.Configure(json);
        using var stream = typeof(ShippedStandards).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<IndicatorStandard>(stream, json)!;
    }
}

/// <param name="Owner">Street code, <c>district</c>, or null for what is shipped.</param>
internal sealed record StandardRow(string? Owner, string Code, long Version, string Title, string? Source, int? From, int Indicators);

/// <summary>The standards that a street or the district may judge by: the shipped ones, the district's, its own.</summary>
internal sealed class Standards(IEventStore store, NpgsqlDataSource database)
{
    /// <returns>Version 0 for a shipped one and for one that does not exist.</returns>
    public async Task<(IndicatorStandard? Standard, long Version)> Find(string owner, string code, CancellationToken cancellation)
    {
        if (ShippedStandards.All.TryGetValue(code, out var shipped)) return (shipped, 0);
        foreach (var whose in new[] { owner, Owner.District }.Distinct(StringComparer.Ordinal))
        {
            var (version, number) = await store.Load(StandardVersion.Stream(whose, code), cancellation);
            if (version.Standard is { } standard) return (standard, number);
        }
        return (null, 0);
    }

    /// <summary>In force in a year: the one that came last until then, the district's before the nation's.</summary>
    public async Task<string> InForce(int year, CancellationToken cancellation) =>
        (await List(Owner.District, cancellation)).Where(row => row.From <= year)
            .OrderByDescending(row => row.From).ThenByDescending(row => row.Owner is not null)
            .ThenByDescending(row => row.Code, StringComparer.Ordinal)
            .Select(row => row.Code).FirstOrDefault(ShippedStandards.National2021);

    public async Task<IReadOnlyList<StandardRow>> List(string owner, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var own = await connection.QueryAsync<StandardRow>(new CommandDefinition(
            """
            SELECT owner AS Owner, code AS Code, version AS Version, title AS Title, source AS Source, from_year AS From,
                indicators AS Indicators
            FROM indicator_standards WHERE owner IN (@owner, @District) ORDER BY owner = @owner, code
            """,
            new { owner, Owner.District }, cancellationToken: cancellation));
        return
        [
            .. from shipped in ShippedStandards.All
               let standard = shipped.Value
               select new StandardRow(null, shipped.Key, 0, standard.Title, standard.Source, standard.From, standard.Indicators.Count),
            .. own,
        ];
    }

    /// <summary>By the district or, for the district, by any street: a version means one thing wherever it can be seen.</summary>
    public Task<bool> IsTaken(string owner, string code, CancellationToken cancellation) => Exists(
        "SELECT EXISTS (SELECT 1 FROM indicator_standards WHERE code = @code AND owner <> @owner AND @District IN (owner, @owner))",
        new { code, owner, Owner.District }, cancellation);

    public Task<bool> IsInUse(string owner, string code, CancellationToken cancellation) => Exists(
        "SELECT EXISTS (SELECT 1 FROM indicator_values WHERE standard = @code AND @owner IN (street, @District))",
        new { code, owner, Owner.District }, cancellation);

    private async Task<bool> Exists(string sql, object arguments, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(sql, arguments, cancellationToken: cancellation));
    }
}
