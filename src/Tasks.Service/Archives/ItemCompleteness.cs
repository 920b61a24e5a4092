using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Archives;

internal sealed class ItemCompleteness : IItemCompleteness
{
    public const string OfAssignment =
        """
        (SELECT round(100 * coalesce(sum(i.weight) FILTER (WHERE i.filed_at IS NOT NULL), 0) / sum(i.weight), 2)
         FROM assignment_items i WHERE i.street = a.street AND i.assignment_id = a.id)
        """;

    public string Sql => OfAssignment;
}
