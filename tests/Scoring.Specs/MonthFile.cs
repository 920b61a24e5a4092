using System.Globalization;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.EventStore;

namespace Campaign.Scoring.Specs;

/// <summary>A month of a street as a file, with the figures it must come to; read as the facts that other services publish.</summary>
internal sealed class MonthFile
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly Content content;
    private readonly string street;

    private MonthFile(string street, string name)
    {
        this.street = street;
        using var stream = typeof(MonthFile).Assembly.GetManifestResourceStream(name)!;
        content = JsonSerializer.Deserialize<Content>(stream, Web)!;
    }

    /// <param name="street">Tests share an installation, each with a street of its own.</param>
    public static MonthFile Of(string street, string name = "month-2024-09.json") => new(street, name);

    public string Month => content.Month;

    public JsonElement Policy => content.Policy;

    public JsonElement Expected => content.Expected;

    public IReadOnlyList<Award> Commendations => content.Commendations;

    public IReadOnlyList<Award> Vetoes => content.Vetoes;

    public IEnumerable<UnitRegistered> Units =>
        content.Subjects.Select(s => new UnitRegistered(street, s.Code, 1, s.Name, s.Category, s.From ?? new DateOnly(2024, 1, 1), null));

    /// <summary>Everything that Inspections would publish about the month.</summary>
    public IEnumerable<object> Facts =>
        [.. content.Inspections.Select(Scored), .. content.Cases.SelectMany((c, index) => FindingFacts(c, index + 1))];

    public Guid IdOf(string id) => DeterministicGuid.From(Guid.Empty, $"{street}/{id}");

    private InspectionScored Scored(Inspection i)
    {
        var items = i.Items.Where(x => !x.NotApplicable).ToList();
        var reached = items.Sum(x => Math.Max(0, x.Max - Number(x.Deduction)));
        decimal? score = items.Count == 0 ? null : Math.Round(reached / items.Sum(x => x.Max) * 100, 2, MidpointRounding.AwayFromZero);
        return new(street, IdOf(i.Id), 2, i.Subject, i.Kind, DateOnly.Parse(i.Date, CultureInfo.InvariantCulture), score, i.Sheet, 1, i.Id);
    }

    private IEnumerable<object> FindingFacts(Case finding, int number)
    {
        var (id, caseNumber) = (IdOf(finding.Id), $"{street}-2024-{number:D6}");
        var (version, round, unit, due) = (0L, 1, "", default(DateTimeOffset));
        foreach (var step in finding.Timeline)
        {
            version++;
            (unit, due) = (step.Unit ?? unit, step.Due ?? due);
            if (step.Do == "relapse") round++;
            object? fact = step.Do switch
            {
                "record" => new FindingRecorded(
                    street, id, version, caseNumber, finding.Category, "Minor", null, null, null, null, "", step.At, true),
                "route" => new FindingRouted(street, id, version, caseNumber, round, unit, due, step.At, true),
                "extend" => new FindingDeadlineExtended(street, id, version, caseNumber, round, unit, due, step.At),
                "reject" => new RectificationRejected(street, id, version, caseNumber, round, unit, due, step.Reason ?? "", step.At),
                "strikeOff" => new FindingStruckOff(street, id, version, caseNumber, round, unit, due, step.At),
                "relapse" => new FindingRelapsed(street, id, version, caseNumber, round, unit, step.At, true),
                _ => null,
            };
            if (fact is not null) yield return fact;
        }
        if (finding.Timeline.Any(s => s.Do == "strikeOff" && s.At <= due)) yield break;
        yield return new FindingBecameOverdue(street, id, version + 1, caseNumber, 1, unit, due);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    internal sealed record Award(string Subject, string Reason, string? Date, string? Scope);

    private sealed record Content(
        string Month, JsonElement Policy, List<SubjectRow> Subjects, List<Inspection> Inspections, List<Case> Cases,
        List<Award> Commendations, List<Award> Vetoes, JsonElement Expected);

    private sealed record SubjectRow(string Code, string Name, string Category, DateOnly? From = null);

    private sealed record Inspection(string Id, string Subject, string Sheet, string Kind, string Date, List<Item> Items);

    private sealed record Item(decimal Max, bool NotApplicable, string Deduction);

    private sealed record Case(string Id, string Category, List<Step> Timeline);

    private sealed record Step(DateTimeOffset At, string Do, string? Unit, DateTimeOffset? Due, string? Reason);
}
