using System.Globalization;
using System.Text.Json;

namespace Campaign.EventStore.Bench;

/// <param name="Floor">What the same server does in the same run without us; null where there is no such thing.</param>
/// <param name="Goal">A least ratio where there is a floor; else a least or greatest value, by
/// <paramref name="LessIsBetter"/>; null: just to know.</param>
internal sealed record Figure(
    string Name, double Value, string Unit, double? Goal, double? Floor = null, string? FloorName = null, bool LessIsBetter = false)
{
    public double? Ratio => Value / Floor;

    public bool? Met => Goal is null ? null : LessIsBetter ? Value <= Goal : (Ratio ?? Value) >= Goal;
}

/// <summary>A table for people and, where asked for, a file with one JSON object a line.</summary>
/// <param name="append">What is in the file already stays.</param>
internal sealed class Report(string? file, bool append = false)
{
    private readonly List<string> lines = file is not null && append && File.Exists(file) ? [.. File.ReadLines(file)] : [];
    private bool isTitled;

    public void Add(Figure figure)
    {
        if (!isTitled) Console.WriteLine($"{"",-46}{"value",12} {"unit",-9}{"floor",12} {"ratio",7}  {"goal",7}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{figure.Name,-46}{figure.Value,12:0.0} {figure.Unit,-9}{figure.Floor,12:0.0} {figure.Ratio,7:0.00}  {Goal(figure)}"));
        isTitled = true;
        lines.Add(JsonSerializer.Serialize(figure, JsonSerializerOptions.Web));
        if (file is not null) File.WriteAllLines(file, lines);
    }

    private static string Goal(Figure figure) => figure.Met is not { } met
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture, $"{(figure.LessIsBetter ? "≤" : "≥")}{figure.Goal,6:0.##} {(met ? "met" : "MISSED")}");
}
