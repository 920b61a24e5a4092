using Campaign.EventStore;

namespace Campaign.Inspections.Visits;

/// <summary>What decisions on an inspection ask.</summary>
internal sealed record Inspection : IAggregate<Inspection>
{
    public static Inspection Initial { get; } = new();

    public InspectionStatus Status { get; init; }
    public string Subject { get; init; } = "";
    public InspectionKind Kind { get; init; }
    public DateOnly Date { get; init; }
    public string Sheet { get; init; } = "";
    public int SheetVersion { get; init; }
    public string? Reference { get; init; }
    public IReadOnlyList<ScoredItem> Items { get; init; } = [];
    public IReadOnlySet<int> ItemsWithFinding { get; init; } = new HashSet<int>();

    public Inspection Evolve(object @event) => @event switch
    {
        InspectionStarted e => this with
        {
            Status = InspectionStatus.Started,
            Subject = e.Subject,
            Kind = e.Kind,
            Date = e.Date,
            Sheet = e.Sheet,
            SheetVersion = e.SheetVersion,
            Items = e.Items,
            Reference = e.Reference,
        },
        InspectionItemsCorrected e => this with { Items = e.Items },
        DeductionBecameFinding e => this with { ItemsWithFinding = new HashSet<int>(ItemsWithFinding) { e.Item } },
        InspectionConfirmed => this with { Status = InspectionStatus.Confirmed },
        _ => this,
    };
}

internal enum InspectionStatus { None, Started, Confirmed }
