namespace Campaign.Tasks.Assignments.Stored;

/// <summary><see cref="Assignments.ItemToRedo"/> as events keep it.</summary>
internal sealed record ItemToRedo(string Key, string Reason)
{
    public static ItemToRedo Of(Assignments.ItemToRedo item) => new(item.Key, item.Reason);

    public Assignments.ItemToRedo ToItemToRedo() => new(Key, Reason);
}
