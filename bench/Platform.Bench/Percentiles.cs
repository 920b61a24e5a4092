using Campaign.EventStore.Bench;

namespace Campaign.Platform.Bench;

internal static class Percentiles
{
    /// <param name="milliseconds">At least one.</param>
    public static double At(this IReadOnlyList<double> milliseconds, double share) =>
        milliseconds.Order().ElementAt((int)Math.Min(milliseconds.Count - 1, Math.Ceiling(milliseconds.Count * share)));

    public static void AddLatency(
        this Report report, string name, IReadOnlyList<double> milliseconds, double? p50 = null, double? p99 = null)
    {
        report.Add(new($"{name}, p50", milliseconds.At(0.50), "ms", p50, LessIsBetter: true));
        report.Add(new($"{name}, p99", milliseconds.At(0.99), "ms", p99, LessIsBetter: true));
    }
}
