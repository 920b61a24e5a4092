namespace Campaign.Tasks.Assignments;

internal interface IPlaceOfWork
{
    /// <summary>
    /// Whether an assignment <c>a</c> is one of the community <c>@Community</c>, in SQL. Said by the folder that keeps where findings lie;
    /// everything else is where its unit belongs.
    /// </summary>
    string Sql { get; }
}
