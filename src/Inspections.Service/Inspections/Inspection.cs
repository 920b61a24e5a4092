using Campaign.EventStore;
using Campaign.Inspections.Findings;

namespace Campaign.Inspections.Inspections;

/// <summary>What decisions on an inspection ask.</summary>
internal sealed record Inspection : IAggregate<Inspection, IInspectionEvent>
{
    public static Inspection Initial { get; } = new();

    public static StreamId<Inspection> Stream(string street, Guid id) => new(street, id);

    public InspectionStatus Status { get; init; }
    public InspectionPlanned? Plan { get; init; }
    public string Subject { get; init; } = "";
    public InspectionKind Kind { get; init; }
    public DateOnly Date { get; init; }
    public string Sheet { get; init; } = "";
    public int SheetVersion { get; init; }
    public string? Reference { get; init; }

    /// <summary>Unit that inspects, where it is not the street's own inspectors.</summary>
    public string? By { get; init; }

    /// <summary>A unit fills it itself.</summary>
    public bool ByUnit { get; init; }
    public IReadOnlyList<ScoredItem> Items { get; init; } = [];
    /// <summary>The finding that each item's deduction has become.</summary>
    public IReadOnlyDictionary<int, Guid> ItemsWithFinding { get; init; } = new Dictionary<int, Guid>();

    /// <summary>Why nothing can be entered on its sheet, whatever it is.</summary>
    public Refusal? HasNoSheet => Status switch
    {
        InspectionStatus.None => InspectionRules.NotFound,
        InspectionStatus.Planned => InspectionRules.NotStarted,
        InspectionStatus.Cancelled => InspectionRules.Cancelled,
        InspectionStatus.Started or InspectionStatus.Submitted or InspectionStatus.Confirmed => null,
    };

    public Inspection Evolve(IInspectionEvent @event) => @event switch
    {
        InspectionPlanned e => this with { Status = InspectionStatus.Planned, Plan = e },
        InspectionCancelled or ImportedInspectionWithdrawn => this with { Status = InspectionStatus.Cancelled },
        InspectionStarted e => this with
        {
            Status = InspectionStatus.Started,
            Subject = e.Subject,
            Kind = e.Kind,
            Date = e.Date,
            Sheet = e.Sheet,
            SheetVersion = e.SheetVersion,
            Items = Entered(e.Items),
            Reference = e.Reference,
            By = e.By,
            ByUnit = e.ByUnit is true,
        },
        InspectionItemScored e => this with { Items = [.. Items.Select(item => item.No == e.Item.No ? e.Item.ToScoredItem() : item)] },
        InspectionItemsCorrected e => this with { Items = Entered(e.Items) },
        DeductionBecameFinding e => this with { ItemsWithFinding = new Dictionary<int, Guid>(ItemsWithFinding) { [e.Item] = e.FindingId } },
        InspectionSubmitted => this with { Status = InspectionStatus.Submitted },
        InspectionConfirmed => this with { Status = InspectionStatus.Confirmed },
    };

    /// <summary>The finding that an item's deduction becomes online: one, however often it is asked for.</summary>
    public static StreamId<Finding> FindingOf(string street, Guid inspection, int item) =>
        StreamId<Finding>.Named(street, $"item/{item}", inspection);

    private static IReadOnlyList<ScoredItem> Entered(IReadOnlyList<Stored.ScoredItem> items) =>
        [.. items.Select(item => item.ToScoredItem())];
}

internal enum InspectionStatus { None, Planned, Cancelled, Started, Submitted, Confirmed }
