namespace Campaign.Tasks.Assignments;

/// <summary>
/// An event that another folder adds to the stream of an assignment. It says itself what it does to the assignment, so that this
/// folder knows none of them.
/// </summary>
internal interface IFacetEvent : IAssignmentEvent
{
    Assignment ApplyTo(Assignment assignment);
}

/// <summary>What another folder keeps of an assignment for its own decisions.</summary>
internal interface IFacet
{
    /// <summary>Sees what happens to the assignment once there is such a facet; its own events have applied themselves.</summary>
    IFacet Witness(IAssignmentEvent @event);
}

internal interface IFacet<TSelf> : IFacet where TSelf : class, IFacet<TSelf>
{
    /// <summary>Before anything of it has happened.</summary>
    static abstract TSelf None { get; }
}
