using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Inspections;

internal static class InspectionSheet
{
    /// <summary>The version that an inspection keeps; before it is started, the one in force.</summary>
    public static Task<SheetVersion?> OfInspection(
        this SheetVersions sheets, string street, Guid inspection, CancellationToken cancellation) => sheets.Newest(
        """
        JOIN inspections i ON i.street = s.street AND i.sheet = s.code
        WHERE i.street = @street AND i.id = @inspection AND (i.sheet_version IS NULL OR s.version = i.sheet_version)
        """,
        new { street, inspection }, cancellation);
}
