namespace Campaign.Tasks.Archives.Stored;

/// <summary><see cref="Archives.ItemToRedo"/> as events keep it.</summary>
internal sealed record ItemToRedo(string Key, string Reason)
{
    public static ItemToRedo Of(Archives.ItemToRedo item) => new(item.Key, item.Reason);

    public Archives.ItemToRedo ToItemToRedo() => new(Key, Reason);
}
