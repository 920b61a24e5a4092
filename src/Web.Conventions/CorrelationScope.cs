namespace Campaign.Web;

/// <summary>The correlation id of what is being worked on, request or message; every line that is logged on the way bears it.</summary>
public static class CorrelationScope
{
    private static readonly AsyncLocal<string?> Current = new();

    /// <summary>Null where nothing is worked on that has one.</summary>
    public static string? Id => Current.Value;

    /// <summary>Holds until the asynchronous method that calls this returns.</summary>
    public static void Begin(string? id) => Current.Value = id;
}
