namespace Campaign.Tasks.Assignments;

internal interface IItemCompleteness
{
    /// <summary>
    /// How much of what an assignment <c>a</c> asks for is there, in percent, in SQL; null when it asks for no items. Said by the
    /// folder that keeps the items.
    /// </summary>
    string Sql { get; }
}
