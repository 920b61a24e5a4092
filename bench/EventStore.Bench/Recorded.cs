namespace Campaign.EventStore.Bench;

/// <summary>An event of the size of a recorded finding.</summary>
public sealed record Recorded(string Place, string Category, string Description, double Longitude, double Latitude, string[] Photos)
{
    public static readonly Recorded Sample = new(
        "金牛山路 12 号门前", "乱堆乱放", "门前堆放杂物，占用人行道，影响通行，已告知责任人当日清理。", 122.1234, 40.6543,
        ["5f0c7a9e1d4b4a39", "c2a17e3b8f5d4e60"]);
}

/// <summary>The aggregate of the bench has no state: loading is not measured.</summary>
public sealed record Finding : IAggregate<Finding>
{
    public static Finding Initial { get; } = new();

    public Finding Evolve(object @event) => this;
}
