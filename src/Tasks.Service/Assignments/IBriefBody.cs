namespace Campaign.Tasks.Assignments;

/// <summary>A body from which an assignment's brief is made.</summary>
internal interface IBriefBody
{
    Brief ToBrief();
}

/// <summary>The one that assignments of a kind are issued with.</summary>
internal interface IBriefBody<TSelf> : IBriefBody where TSelf : class, IBriefBody<TSelf>
{
    static abstract AssignmentKind Kind { get; }
}
