using Dapper;
using Npgsql;

namespace Campaign.Tasks.Indicators;

/// <summary>A figure that stands. Street is <c>district</c> for the district's own; unit and part are empty where there is none.</summary>
internal sealed record ReportedValue(
    string Street, string Standard, int No, int Year, string Part, decimal? Value, string? Grade, bool? Yes, decimal? Planned,
    string[] Evidence, string? Source, DateTimeOffset ReportedAt)
{
    public Measurement Measurement => new(Year, Part.Length == 0 ? null : Part, Value, Grade, Yes, Planned);
}

/// <param name="Values">What the judgement looked at, and the years before it, oldest first.</param>
internal sealed record JudgedIndicator(Indicator Indicator, Judgement Judgement, IReadOnlyList<ReportedValue> Values);

/// <summary>
/// Who has attained what in a year. Each level is judged by its own figures: a unit, a street, the district; only an indicator 以街道为单位 is
/// judged, for the district, by those of all its streets.
/// </summary>
internal sealed class IndicatorTargets(Standards standards, NpgsqlDataSource database)
{
    /// <summary>One indicator of a street or of one of its units; null when there is no such indicator.</summary>
    /// <param name="version">Of the standard; the one in force unless given.</param>
    /// <param name="reported">A figure on its way, in place of the one that stands: would it attain?</param>
    public async Task<JudgedIndicator?> Judge(
        string street, int no, int year, CancellationToken cancellation, string? unit = null, string? version = null,
        Measurement? reported = null)
    {
        var code = version ?? await standards.InForce(year, cancellation);
        var (standard, _) = await standards.Find(street, code, cancellation);
        if (standard?.Find(no) is not { } indicator) return null;
        return (await Judge(street, code, standard with { Indicators = [indicator] }, year, unit, cancellation, reported)).Single();
    }

    public async Task<IReadOnlyList<JudgedIndicator>> Judge(
        string owner, string code, IndicatorStandard standard, int year, string? unit, CancellationToken cancellation,
        Measurement? reported = null)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var perStreet = owner == Owner.District ? standard.Indicators.Where(i => i.PerStreet).Select(i => i.No).ToArray() : [];
        var streets = perStreet.Length == 0 ? [] : await Streets(connection, cancellation);
        var values = await Values(connection, owner, unit, year, perStreet, cancellation);
        var usable = await Comparable(owner, code, standard, year, values, cancellation);
        return [.. standard.Indicators.Select(indicator =>
        {
            var own = usable[indicator.No].ToList();
            var judgement = perStreet.Contains(indicator.No)
                ? Judgement.OfStreets([.. streets.Select(s => (s.Name, Judge(own.Where(value => value.Street == s.Code))))])
                : Evaluation.Of(indicator, year, Measured(own, reported));
            return new JudgedIndicator(indicator, judgement, own);

            Judgement Judge(IEnumerable<ReportedValue> values) => Evaluation.Of(indicator, year, Measured(values));
        })];
    }

    private static List<Measurement> Measured(IEnumerable<ReportedValue> values, Measurement? instead = null)
    {
        var measured = values.Select(value => value.Measurement);
        return instead is null ? [.. measured] : [.. measured.Where(m => (m.Year, m.Part) != (instead.Year, instead.Part)), instead];
    }

    /// <summary>
    /// The year itself counts by its own version only; of the years before, what was
    /// reported under another version counts too, as long as the number means the same there: what was entered once is not asked for again.
    /// </summary>
    private async Task<ILookup<int, ReportedValue>> Comparable(
        string owner, string code, IndicatorStandard standard, int year, IReadOnlyList<ReportedValue> values,
        CancellationToken cancellation)
    {
        var others = new Dictionary<string, IndicatorStandard?>(StringComparer.Ordinal);
        foreach (var other in values.Select(value => value.Standard).Distinct(StringComparer.Ordinal).Where(other => other != code))
            others[other] = (await standards.Find(owner, other, cancellation)).Standard;
        return values.Where(value => value.Standard == code || (value.Year < year && MeansTheSame(value)))
            .GroupBy(value => (value.No, value.Street, value.Year, value.Part))
            .Select(same => same.OrderByDescending(value => value.Standard == code).ThenByDescending(value => value.ReportedAt).First())
            .ToLookup(value => value.No);

        bool MeansTheSame(ReportedValue value) =>
            others[value.Standard]?.Find(value.No) is { } there && standard.Find(value.No) is { } here && there.IsSameMeasureAs(here);
    }

    private static async Task<IReadOnlyList<ReportedValue>> Values(
        NpgsqlConnection connection, string owner, string? unit, int year, int[] perStreet, CancellationToken cancellation) =>
        (await connection.QueryAsync<ReportedValue>(new CommandDefinition(
            """
            SELECT street AS Street, standard AS Standard, no AS No, year AS Year, part AS Part, value AS Value, grade AS Grade, yes AS Yes,
                   planned AS Planned, evidence AS Evidence, source AS Source, reported_at AS ReportedAt
            FROM indicator_values
            WHERE (street = @owner AND unit = @unit AND no <> ALL (@perStreet) OR unit = '' AND no = ANY (@perStreet))
              AND year BETWEEN @year - @MaxYears AND @year
            ORDER BY street, year, part
            """,
            new { owner, unit = unit ?? "", perStreet, year, Evaluation.MaxYears }, cancellationToken: cancellation))).AsList();

    private static async Task<IReadOnlyList<(string Code, string Name)>> Streets(
        NpgsqlConnection connection, CancellationToken cancellation) =>
        (await connection.QueryAsync<(string, string)>(
            new CommandDefinition("SELECT code, name FROM streets ORDER BY code", cancellationToken: cancellation))).AsList();
}
