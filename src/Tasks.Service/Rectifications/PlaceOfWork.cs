using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Rectifications;

internal sealed class PlaceOfWork : IPlaceOfWork
{
    public string Sql =>
        """
        CASE WHEN a.finding_id IS NULL
            THEN a.unit IN (SELECT u.code FROM units u WHERE u.street = a.street AND u.valid_to IS NULL AND u.community = @Community)
            ELSE a.finding_id IN (SELECT m.finding_id FROM finding_matters m WHERE m.street = a.street AND m.community = @Community) END
        """;
}
