namespace Campaign.Tasks.Assignments;

/// <summary>An item that goes back with a returned assignment.</summary>
internal sealed record ItemToRedo(string Key, string Reason);
