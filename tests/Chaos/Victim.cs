namespace Campaign.Chaos;

/// <param name="Number">Which instance, where there are several.</param>
internal readonly record struct Victim(string Name, int Number = 1)
{
    public override string ToString() => Number == 1 ? Name : $"{Name} #{Number}";
}
